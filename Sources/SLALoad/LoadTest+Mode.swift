// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

extension LoadTest {
  /// The load test as a mode has it run, and what is to be said of that.
  func adapted(to mode: RunMode) -> (test: LoadTest, warnings: [Warning]) {
    var test = self
    switch mode.kind {
    case .full:
      // How long it takes to decide something is not shortened.
      let scale = options.isOfItems ? min(mode.scale, 1) : mode.scale
      guard scale != 1, !options.isUntilDecided else { break }
      test.profile = profile.scaled(by: scale)
      test.options.warmUp = options.warmUp?.scaled(by: scale, for: profile)
      guard test.profile != profile || test.options.warmUp != options.warmUp else { break }
      return (test, [.scaledLoad(by: scale, of: options.text(of: profile))])
    case .smoke:
      test.profile = profile.smoke(operations: operationCount)
      test.options.leaveOutWaits()
      test.options.takesFlowsInOrder = true
      return (test, [.smokeRun])
    case .off:
      test.profile = profile.nothing
      test.options.leaveOutWaits()
      test.options.probes = []
      return (test, [.nothingRun])
    }
    return (test, [])
  }
}

extension LoadOptions {
  /// A load in words.
  func text(of profile: LoadProfile) -> String {
    guard isOfItems, case .closed(let load) = profile.kind, let items = load.operations else {
      return "\(profile)"
    }
    return "\(items) \(items == 1 ? "item" : "items"), \(load.workers) at once"
  }

  /// Leaves out what goes before and after a load, and what ends it early.
  fileprivate mutating func leaveOutWaits() {
    warmUp = nil
    settle = nil
    judge = nil
  }
}

extension LoadOptions.WarmUp {
  /// A shorter or longer warm-up, by all users if all had a part in it.
  fileprivate func scaled(by factor: Double, for profile: LoadProfile) -> Self {
    switch self {
    case .duration(let nanoseconds):
      let load = ClosedLoad(users: 1, limit: .duration(nanoseconds)).scaled(by: factor)
      return .duration(load.duration ?? nanoseconds)
    case .requests(let requests):
      guard case .closed(let load) = profile.warmUp(self).kind else { return self }
      return .requests(load.scaled(by: factor).operations ?? requests)
    }
  }
}

extension LoadReport {
  /// The report, and those of its phases, with what is to be said of the mode.
  func adding(ofMode warnings: [Warning]) -> LoadReport {
    guard !warnings.isEmpty else { return self }
    var report = self
    // Of one operation each, or none, there is no time worth a doubt.
    if warnings.contains(where: { $0 == .smokeRun || $0 == .nothingRun }) {
      report = report.keepingWarnings { !$0.concernsTimesAlone }
    }
    report = report.adding(warnings)
    report.phases = report.phases.map { $0.adding(ofMode: warnings) }
    return report
  }
}
