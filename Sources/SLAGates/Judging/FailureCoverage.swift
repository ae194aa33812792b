// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Which failures requirements say something of, be it by limiting them or by leaving them out.
struct FailureCoverage {
  private let requirements: [Requirement]

  init(_ requirements: [Requirement]) {
    self.requirements = requirements.filter(\.quantity.limitsFailures)
  }

  /// What is required of failures that nothing is said of: that there are none.
  ///
  /// - Parameter report: What was measured.
  /// - Returns: A requirement for all, or for each operation, and phase, with such failures; none without.
  func unlimited(in report: LoadReport) -> [Requirement] {
    guard report.total.failureCount > 0 else { return [] }
    guard !requirements.isEmpty else { return [Metric.errorRate <= 0] }
    var unlimited: [Requirement] = []
    let parts =
      report.phases.isEmpty ? [(nil, report)] : report.phases.map { (Optional($0.name), $0) }
    for (phase, part) in parts {
      for operation in part.operations {
        let kinds = operation.failures.keys
        let covered = kinds.filter { covers($0, of: operation, in: phase) }
        guard covered.count < kinds.count else { continue }
        var requirement = Metric.errorRate <= 0
        // The only operation there is needs no name.
        if report.operations.count > 1 { requirement = requirement.on(operation.name) }
        requirement.scope.phase = requirementsNamePhases ? phase : nil
        requirement.scope.excludedFailures = Set(covered.map(\.category))
          .subtracting(kinds.filter { !covered.contains($0) }.map(\.category)).sorted()
        if !unlimited.contains(requirement) { unlimited.append(requirement) }
      }
    }
    return unlimited
  }

  private var requirementsNamePhases: Bool { requirements.contains { $0.scope.phase != nil } }

  private func covers(
    _ kind: FailureKind,
    of operation: OperationReport,
    in phase: String?
  ) -> Bool {
    requirements.contains { requirement in
      let scope = requirement.scope
      if let meant = scope.phase, meant != phase { return false }
      if case .one(let name) = scope.operations, name != operation.name { return false }
      // Users are set up before the windows of a run begin.
      if requirement.window != nil, operation.isSetUp { return false }
      switch requirement.quantity {
      case .failureRate(let selection), .failures(let selection): return selection.includes(kind)
      default: return true
      }
    }
  }
}
