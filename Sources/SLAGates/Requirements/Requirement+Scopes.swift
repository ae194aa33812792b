// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

// Of which operations, and of which part of a run, a requirement is meant.
extension Requirement {
  /// The same of one operation only, by its name.
  ///
  /// A name that the report does not have fails, with the names it has.
  ///
  /// - Parameter operation: The name of an operation or step.
  /// - Returns: The requirement.
  /// - Precondition: It is a requirement of operations, was not given an operation before, and excludes none.
  public func on(_ operation: String) -> Requirement {
    trap(
      unless: scope.operations == .all,
      "a requirement is of one operation (was .on(\"\(operation)\") of \(self))"
    )
    trap(
      unless: scope.excludedOperations.isEmpty,
      "nothing can be excluded from one operation (was .on(\"\(operation)\") of \(self))"
    )
    return scoped { $0.operations = .one(operation) }
  }

  /// The same of one phase of the load only, by its name.
  ///
  /// A name that the report does not have fails, with the names it has.
  ///
  /// - Parameter phase: The name of a phase.
  /// - Returns: The requirement.
  /// - Precondition: It is a requirement of operations, and was not given a phase before.
  public func on(phase: String) -> Requirement {
    trap(
      unless: scope.phase == nil,
      "a requirement is of one phase (was .on(phase: \"\(phase)\") of \(self))"
    )
    return scoped { $0.phase = phase }
  }

  /// The same of each operation by itself; the verdict names those that miss.
  ///
  /// - Returns: The requirement.
  /// - Precondition: It is a requirement of operations, and was not given an operation before.
  public func onEvery() -> Requirement {
    trap(unless: scope.operations == .all, "a requirement is of one operation (was \(self))")
    return scoped { $0.operations = .every }
  }

  /// The same without some operations, by their names.
  ///
  /// A name that the report does not have fails, with the names it has.
  ///
  /// - Parameters:
  ///   - operation: The name of an operation or step.
  ///   - more: Further names.
  /// - Returns: The requirement.
  /// - Precondition: It is a requirement of all operations, or of each.
  public func excluding(_ operation: String, _ more: String...) -> Requirement {
    if case .one(let name) = scope.operations {
      trap(unless: false, "nothing can be excluded from one operation (was \"\(name)\")")
    }
    return scoped { scope in
      for name in [operation] + more where !scope.excludedOperations.contains(name) {
        scope.excludedOperations.append(name)
      }
    }
  }

  /// The same without failures of some categories, as if these operations had not been made.
  ///
  /// For throttling that is intended: `(.errorRate < 0.01).excluding(.throttled)`.
  ///
  /// - Parameters:
  ///   - category: A category of failures.
  ///   - more: Further categories.
  /// - Returns: The requirement.
  /// - Precondition: It is a requirement of operations.
  public func excluding(_ category: FailureCategory, _ more: FailureCategory...) -> Requirement {
    scoped { scope in
      for category in [category] + more where !scope.excludedFailures.contains(category) {
        scope.excludedFailures.append(category)
      }
    }
  }

  /// The same of each part of the run by itself, of a given length; the verdict names the worst and when it was.
  ///
  /// Operations belong to the part in which they ended; where a rest remains, the last part overlaps the one before.
  /// A part with too few operations for its percentile or share, or with none, is undecided. Percentiles of parts are at most 0.8 % too
  /// high. Intervals of reports grow with the run, from 100 ms to 1 s in two minutes and 10 s in
  /// twenty: what is not a multiple of them is undecided.
  ///
  /// - Parameter length: The length of the parts, at least a nanosecond.
  /// - Returns: The requirement.
  /// - Precondition: `length` is above zero, the requirement was not given one before, and the metric is known of
  ///   parts: a percentile, the maximum, a share of errors, successes or those within a time, the count or the
  ///   throughput.
  public func inEvery(_ length: Duration) -> Requirement {
    // Rounded first: no window is made of less than half a nanosecond.
    let nanoseconds = length.inWholeNanoseconds
    trap(
      unless: nanoseconds > .zero,
      "the length of a window must be above zero (was \(length.exactText))"
    )
    trap(unless: quantity.isKnownByWindow, "\(quantity.notKnownByWindow) (was \(self))")
    trap(unless: window == nil, "a requirement has windows of one length (was \(self))")
    var requirement = self
    requirement.window = nanoseconds
    return requirement
  }

  /// The same with some room beyond the limit, where it is warned of and not failed.
  ///
  /// From the limit to limit × (1 + band), or down to limit × (1 − band) where it is the least.
  ///
  /// - Parameter band: The room as a share of the limit, in `0..<1`: 0.05 or `.percent(5)`.
  /// - Returns: The requirement.
  /// - Precondition: `band` is in `0..<1`.
  public func deadband(_ band: Double) -> Requirement {
    trap(
      unless: band >= 0 && band < 1,
      "a deadband is a share of the limit in 0..<1, as 0.05 for 5 % (was \(band))"
    )
    var requirement = self
    requirement.deadband = band
    return requirement
  }

  /// The same with some room beyond the limit, where it is warned of and not failed.
  ///
  /// - Parameter band: The room as a share of the limit, in `0..<1`.
  /// - Returns: The requirement.
  /// - Precondition: `band` is in `0..<1`.
  public func deadband(_ band: Share) -> Requirement { deadband(band.value) }

  private func scoped(_ change: (inout Scope) -> Void) -> Requirement {
    trap(unless: quantity.isOfOperations, "the \(quantity) is not one of operations (was \(self))")
    var requirement = self
    change(&requirement.scope)
    return requirement
  }
}
