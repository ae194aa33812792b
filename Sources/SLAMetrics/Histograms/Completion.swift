// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// One operation that ended: when, and how long it had taken.
package struct Completion: Sendable, Hashable, Comparable {
  /// When it ended, in nanoseconds of the time source.
  package let end: Int64
  /// How long it took, in `0...`.
  package let nanoseconds: Int64

  package init(end: Int64, nanoseconds: Int64) {
    self.end = end
    self.nanoseconds = nanoseconds
  }

  /// Whether one ended before another; of two that ended at once, the shorter comes first.
  package static func < (left: Completion, right: Completion) -> Bool {
    (left.end, left.nanoseconds) < (right.end, right.nanoseconds)
  }
}
