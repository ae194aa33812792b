// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A thread that looks at all programs from time to time, while they run.
///
/// It sleeps by the clock rather than until it is woken: to wake it for each program, and again at its end, would add
/// some 60 µs to one that takes 600.
final class ChildWatch: Sendable {
  private struct Entry {
    let child: ChildProcess
    var nextLook: Int64
  }

  private struct State {
    var entries: [Entry] = []
    /// When there was a program last.
    var lastBusy: Int64 = 0
    var hasThread = false
  }

  /// The watch of this process; its thread starts with the first program, and stays.
  static let shared = ChildWatch()

  /// The times between looks by the age of a program, in nanoseconds.
  ///
  /// Often at first, as memory grows then. A look takes some 20 µs, on another core than the program's.
  private static let intervals: [(until: Int64, interval: Int64)] = [
    (10_000_000, 1_000_000), (200_000_000, 2_000_000),
  ]
  private static let longestInterval: Int64 = 5_000_000
  /// How long to go on without a program, for most are followed by another at once.
  private static let idle: Int64 = 50_000_000

  private let state = Awaited(State())

  /// Begins to look at a program.
  ///
  /// - Throws: If the system has no thread left.
  func add(_ child: ChildProcess) throws(ThreadsExhausted) {
    // Within the change, so that nobody relies on a thread that does not start; it waits until the state can be read.
    let result = state.change { state in
      Result { () throws(ThreadsExhausted) in
        if !state.hasThread { try SystemThread.start { self.work() } }
        state.hasThread = true
        state.entries.append(Entry(child: child, nextLook: Self.next(for: child, at: child.start)))
      }
    }
    try result.get()
  }

  /// Ends looking at a program.
  func remove(_ child: ChildProcess) {
    state.change { state in
      state.entries.removeAll { $0.child === child }
      state.lastBusy = TimeSource.monotonic.nanoseconds()
    }
  }

  private func work() {
    while true {
      let (due, next) = state.wait(Self.takeDue) ?? ([], 0)
      for child in due { child.look() }
      SystemThread.sleep(until: next)
    }
  }

  /// The programs to look at now and when to ask again; `nil` to wait for a program.
  private static func takeDue(_ state: inout State) -> (due: [ChildProcess], next: Int64)? {
    let now = TimeSource.monotonic.nanoseconds()
    guard !state.entries.isEmpty || now < state.lastBusy + idle else { return nil }
    var due: [ChildProcess] = []
    for place in state.entries.indices where state.entries[place].nextLook <= now {
      due.append(state.entries[place].child)
      state.entries[place].nextLook = next(for: state.entries[place].child, at: now)
    }
    let next = state.entries.lazy.map(\.nextLook).min() ?? now + intervals[0].interval
    return (due, next)
  }

  private static func next(for child: ChildProcess, at now: Int64) -> Int64 {
    let age = now - child.start
    let next = now + (intervals.first { age < $0.until }?.interval ?? longestInterval)
    return child.deadline > now ? min(next, child.deadline) : next
  }
}
