// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// Where the segments of one operation after another are noted: those of one worker at a time.
///
/// A ledger is never freed, so that a context which outlives its operation can ask at any time whether that is
/// still at work; and it is found by a plain pointer, which nobody has to count. What the task of the operation
/// notes costs neither a lock nor an atomic exchange. What other tasks note, as children of it, is behind a lock
/// of the ledger, for which no other user waits.
struct SegmentLedger: ~Copyable {
  /// Where the places of others' calls begin.
  static let others = 1 << 20
  /// No task has this number.
  static let noTask: UInt = 1

  // First: Thread Sanitizer takes a use of it for one of the first byte, and must not take what
  // other tasks read meanwhile for part of it.
  var own = OwnSegments()
  /// The number of the operation at work; those that have ended have smaller ones.
  let operation = Atomic<UInt64>(1)
  /// The task of the operation, if that is always the same.
  let task = Atomic<UInt>(noTask)
  /// How many calls of others there are.
  let otherCount = Atomic<Int>(0)
  let others = Guarded(OtherSegments())
  /// How to find the running task; here, since a static variable is checked for having been set at each use.
  let lookup = CurrentTask.lookup
}
