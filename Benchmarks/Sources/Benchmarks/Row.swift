// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// One line of the table: a name, and what to do to measure it.
struct Row: Sendable {
  /// What is done with each operation, so many times.
  enum Work {
    /// On one thread, by the time that it spends on a core.
    case one((Int) -> Void)
    /// On one thread, asynchronously.
    case asynchronous((Int) async -> Void)
    /// On two threads at once, by the time that passes until both are done; the first argument is
    /// which of them, 0 or 1.
    case two(@Sendable (Int, Int) -> Void)
    /// On however many threads, by the time that the process spends on cores.
    case load((Int) async -> Void)
    /// Whatever it takes, by the nanoseconds that it gives.
    case figure(() async -> Double)
    /// Done once, and its memory counted.
    case memory
  }

  /// The work, made just before the rounds begin, and its memory in bytes, read when they are over.
  struct Prepared {
    let work: Work
    var bytes: (() -> Int)?

    init(_ work: Work, bytes: (() -> Int)? = nil) {
      self.work = work
      self.bytes = bytes
    }
  }

  let name: String
  /// The operations of a round, on each thread.
  let operations: Int
  /// Whether the work is a loop over latencies, whose cost is subtracted.
  var isLoop = true
  var target: Target?
  let prepare: @Sendable () -> Prepared

  /// The operations of a round where each takes nanoseconds.
  static let many = Build.pick(release: 8 * 65_536, debug: 65_536)
}
