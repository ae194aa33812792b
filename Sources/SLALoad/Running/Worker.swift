// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A user, or one of those who take arrivals: its number, and the thread it has if execution is blocking.
final class Worker: Sendable {
  let number: Int
  private let thread: Guarded<ThreadExecutor?>

  /// - Throws: If a thread is asked for, and the system has none left.
  init(_ number: Int, hasThread: Bool) throws(ThreadsExhausted) {
    self.number = number
    thread = Guarded(hasThread ? try ThreadExecutor() : nil)
  }

  /// The worker's thread, or `nil` if it works on Swift's own.
  var executor: ThreadExecutor? { thread.withLock { $0 } }

  /// Leaves the thread to work that holds it beyond its time, and takes a new one.
  func leaveThread() {
    thread.withLock { thread in
      guard let blocked = thread else { return }
      blocked.stop()
      // Without a further thread the next operation waits for this one, and times out: which is said.
      if let new = try? ThreadExecutor() { thread = new }
    }
  }

  /// Lets the thread end.
  func stop() { executor?.stop() }
}
