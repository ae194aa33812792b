// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What was recorded of one segment of an operation, of those operations that succeeded.
package struct SegmentRecord: Sendable, Equatable {
  /// The segment within which another one ran.
  package enum Parent: Sendable, Equatable {
    case none
    case segment(String)
    /// Not always the same.
    case several

    /// The one parent of two parts.
    package func merging(_ other: Parent) -> Parent { self == other ? self : .several }
  }

  package let name: String
  package var parent: Parent
  /// How often it ran in all.
  package var calls: Int
  /// How long it took in each operation in which it ran.
  package var times: Histogram
  /// The same without the segments within it.
  package var selfTimes: Histogram

  package init(
    _ name: String,
    parent: Parent = .none,
    calls: Int = 0,
    times: Histogram = Histogram(),
    selfTimes: Histogram = Histogram()
  ) {
    self.name = name
    self.parent = parent
    self.calls = calls
    self.times = times
    self.selfTimes = selfTimes
  }

  /// Adds what was recorded of the same segment elsewhere.
  package mutating func merge(_ other: SegmentRecord) {
    parent = calls == 0 ? other.parent : other.calls == 0 ? parent : parent.merging(other.parent)
    calls += other.calls
    times.merge(other.times)
    selfTimes.merge(other.selfTimes)
  }
}
