// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// What an operation does that is no operation itself.
extension LoadContext {
  /// Counts something that the operation did, such as a transition of a state or a row that was written.
  ///
  /// ```swift
  /// context.count("transitions")
  /// expectSLA(report, .throughput(of: "transitions") >= .perSecond(3_000))
  /// ```
  ///
  /// It counts at once, whatever becomes of the operation; not in a warm-up, and not after the operation has ended, as at
  /// its timeout: a warning says how often that was. At most 200 names are told apart.
  ///
  /// - Parameters:
  ///   - name: The name of the counter; no identifiers.
  ///   - count: How often, at least 0.
  /// - Precondition: `count` is not negative.
  /// - Complexity: The look-up of a name behind a lock that threads seldom share.
  public func count(_ name: String, by count: Int = 1) {
    trap(unless: count >= 0, "a counter only goes up (was to go up by \(count))")
    segments.count(name, count)
  }
}
