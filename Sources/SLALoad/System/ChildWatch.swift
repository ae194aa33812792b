// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A thread that looks at all programs from time to time, while they run.
final class ChildWatch: Sendable {
  private struct Entry {
    let child: ChildProcess
    var nextLook: Int64
  }

  private struct State {
    var entries: [Entry] = []
    var hasThread = false
  }

  /// The watch of this process; its thread starts with the first program, and stays.
  static let shared = ChildWatch()

  private let state = Awaited(State())

  /// Begins to look at a program.
  ///
  /// - Throws: If the system has no thread left.
  func add(_ child: ChildProcess) throws(ThreadsExhausted) {
    let needsThread = state.change { state in
      state.entries.append(Entry(child: child, nextLook: Self.next(for: child, at: child.start)))
      defer { state.hasThread = true }
      return !state.hasThread
    }
    guard needsThread else { return }
    do {
      try SystemThread.start { self.work() }
    } catch {
      state.change { $0.hasThread = false }
      throw error
    }
  }

  /// Ends looking at a program.
  func remove(_ child: ChildProcess) {
    state.change { $0.entries.removeAll { $0.child === child } }
  }

  private func work() {
    while true {
      let due = state.wait(until: { $0.entries.lazy.map(\.nextLook).min() }, Self.takeDue)
      for child in due ?? [] { child.look() }
    }
  }

  private static func takeDue(_ state: inout State) -> [ChildProcess]? {
    let now = TimeSource.monotonic.nanoseconds()
    var due: [ChildProcess] = []
    for place in state.entries.indices where state.entries[place].nextLook <= now {
      due.append(state.entries[place].child)
      state.entries[place].nextLook = next(for: state.entries[place].child, at: now)
    }
    return due.isEmpty ? nil : due
  }

  /// When to look next: often at first, as memory grows then, and so that short programs are seen at all.
  ///
  /// A look takes some 20 µs on another core than the program's.
  private static func next(for child: ChildProcess, at now: Int64) -> Int64 {
    let intervals: [(until: Int64, interval: Int64)] = [
      (10_000_000, 500_000), (200_000_000, 2_000_000), (2_000_000_000, 5_000_000),
    ]
    let age = now - child.start
    let next = now + (intervals.first { age < $0.until }?.interval ?? 20_000_000)
    return child.deadline > now ? min(next, child.deadline) : next
  }
}
