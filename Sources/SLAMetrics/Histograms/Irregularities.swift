// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What was recorded but is no duration within the range of the histogram; counted, never dropped.
public struct Irregularities: Sendable, Hashable {
  /// Durations below zero that were recorded; operations with no place in any latency figure.
  public package(set) var negative: Int
  /// Operations during which the clock stepped back; without a place in any latency figure.
  public package(set) var clockSteps: Int
  /// Durations of 73 minutes (2⁴² ns) or more, which are in all figures like others.
  public package(set) var beyondRange: Int

  package init(negative: Int = 0, clockSteps: Int = 0, beyondRange: Int = 0) {
    self.negative = negative
    self.clockSteps = clockSteps
    self.beyondRange = beyondRange
  }

  /// The number of operations that have no duration.
  package var unmeasured: Int { negative + clockSteps }

  /// The irregularities of two recordings together.
  package static func + (left: Irregularities, right: Irregularities) -> Irregularities {
    Irregularities(
      negative: left.negative + right.negative,
      clockSteps: left.clockSteps + right.clockSteps,
      beyondRange: left.beyondRange + right.beyondRange
    )
  }
}
