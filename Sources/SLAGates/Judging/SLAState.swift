// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// Whether something is degraded, by a requirement that is judged again and again.
///
/// It is degraded once the limit is not kept, and until what is measured lies by the deadband within the limit: at
/// limit × (1 − deadband) or below, at limit × (1 + deadband) or above where that is the least. So what swings
/// around the limit does not make the state swing: hysteresis, as in a Schmitt trigger (O. H. Schmitt, "A Thermionic
/// Trigger", Journal of Scientific Instruments 15, 1938, https://doi.org/10.1088/0950-7671/15/1/305).
///
/// ```swift
/// var state = SLAState(.p95 <= .milliseconds(300), deadband: .percent(5))
/// state.update(with: report)  // degraded above 300 ms, healthy again at 285 ms
/// ```
public struct SLAState: Sendable, Hashable {
  /// What is required.
  public let requirement: Requirement
  /// How far within the limit it must come to be healthy again, as a share of the limit in `0..<1`.
  public let deadband: Share
  /// Whether it is degraded.
  public private(set) var isDegraded = false
  /// The last verdict, or `nil` before the first.
  public private(set) var verdict: Verdict?

  /// Creates a state that is healthy.
  ///
  /// - Parameters:
  ///   - requirement: What is required.
  ///   - deadband: How far within the limit it must come to be healthy again, as a share of the limit.
  /// - Precondition: `deadband` is in `0..<1`, and the requirement has none of its own, which is one beyond the
  ///   limit.
  public init(_ requirement: Requirement, deadband: Share) {
    trap(
      unless: deadband.value >= 0 && deadband.value < 1,
      "a deadband is a share of the limit in 0..<1, as 0.05 for 5 % (was \(deadband.value))"
    )
    trap(unless: requirement.deadband == 0, "a state has the one deadband (was \(requirement))")
    self.requirement = requirement
    self.deadband = deadband
  }

  /// Judges what was measured since, and changes the state if that says so.
  ///
  /// What decides nothing, such as a report of nothing, leaves the state as it is.
  ///
  /// - Parameter subject: A load report or a recorder.
  /// - Returns: Whether it is degraded now.
  @discardableResult
  public mutating func update(with subject: some LoadReportConvertible) -> Bool {
    let verdict = requirement.verdict(on: subject)
    self.verdict = verdict
    switch verdict.status {
    case .missed: isDegraded = true
    case .undecided: break
    case .met:
      guard isDegraded else { break }
      let inner = requirement.bound.widened(by: -deadband.value)
      isDegraded = verdict.observed.map { !inner.holds($0) } ?? true
    }
    return isDegraded
  }
}
