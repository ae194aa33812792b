// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// One call of a segment within an operation.
struct SegmentCall: Sendable, Equatable {
  /// The end of a call that has none yet.
  static let open = Int64.min

  /// The number of its name within the ledger.
  let name: Int
  /// The place of the call within which it ran, or -1.
  let parent: Int
  /// In nanoseconds of the time source.
  let begin: Int64
  var end: Int64
  /// How long the calls within it took one after another, in nanoseconds.
  var within: Int64 = 0
  /// Whether only its duration is known, and not when it was.
  var isAmount = false

  /// How long it took, in nanoseconds.
  var duration: Int64 { max(end.saturatingSubtract(begin), 0) }
}

/// What a segment took in one operation.
struct SegmentTime: Sendable, Equatable {
  /// The number of its name within the ledger.
  let name: Int
  /// The number of the name of the segment within which it ran: -1 for none, -2 for not always the same.
  var parent: Int
  var calls = 0
  /// In nanoseconds.
  var time: Int64 = 0
  /// Without the segments within it, in nanoseconds.
  var selfTime: Int64 = 0

  /// Adds a call that is within others, or after them.
  @inline(__always)
  mutating func add(_ call: SegmentCall, isWithinItself: Bool) {
    let duration = call.duration
    calls &+= 1
    selfTime &+= max(duration &- call.within, 0)
    if !isWithinItself { time &+= duration }
  }
}
