// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// The steps that all expectations share: judge, and report once.
enum Expectation {
  /// Whether the library, and so most likely the code under test, is built without optimization.
  static let isDebugBuild = _isDebugAssertConfiguration()

  /// Judges, and reports one failure, or the warnings.
  ///
  /// - Returns: Whether every requirement is met.
  static func check(
    _ subject: some LoadReportConvertible,
    _ sla: SLA,
    _ options: JudgingOptions,
    at site: CallSite
  ) -> Bool {
    IssueReporter.prepare()
    let test = Test.current.map(IssueReporter.filter) ?? site.module
    guard let (text, severity) = outcome(of: subject.loadReport, sla, options, test: test) else {
      return true
    }
    IssueReporter.report(text, severity, at: site)
    return severity != .failure
  }

  /// What to report of what was measured, or `nil` if it meets an SLA without reservation.
  ///
  /// The environment can change what is judged: with `SLA_MODE=smoke` it is errors alone, with `SLA_MODE=off` nothing.
  static func outcome(
    of report: LoadReport,
    _ sla: SLA,
    _ options: JudgingOptions,
    test: String?
  ) -> (text: String, severity: IssueReporter.Severity)? {
    switch RunMode.currentKind {
    case .full: outcome(of: Assessment(of: report, by: sla, options), test: test)
    case .smoke: outcome(of: smoke(report, sla), test: test)
    case .off: ("SLA_MODE=off: the SLA of \"\(report.name)\" is not judged.", .warning)
    }
  }

  /// Judges what may fail, as far as it ran, and nothing else.
  private static func smoke(_ report: LoadReport, _ sla: SLA) -> Assessment {
    var options = JudgingOptions()
    options.warnsOfSamples = false
    // A share of one call each says nothing: what may fail seldom must not fail the once.
    let requirements = sla.requirements.compactMap(\.withoutFailures)
      .filter { $0.verdict(on: report, options).status != .undecided }
    // Not an empty list, which promises nothing, unless the SLA is one.
    let isEmpty = requirements.isEmpty && !sla.requirements.isEmpty
    let judged = SLA(sla.name, isEmpty ? [.errorRate <= 0] : requirements)
    return Assessment(of: report, by: judged, options)
  }

  private static func outcome(
    of assessment: Assessment,
    test: String?
  ) -> (text: String, severity: IssueReporter.Severity)? {
    let message = FailureMessage(assessment, test: test, isDebugBuild: isDebugBuild)
    guard assessment.isMet else { return (message.text, .failure) }
    return message.warningText.map { ($0, .warning) }
  }
}
