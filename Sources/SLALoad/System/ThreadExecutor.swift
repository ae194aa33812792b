// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// An executor with one thread of its own: a task that prefers it may block without holding up others.
///
/// Swift runs tasks on as many threads as there are cores; blocking those starves the process.
final class ThreadExecutor: TaskExecutor {
  private struct Jobs {
    var waiting: [UnownedJob] = []
    var isStopped = false
    var hasThread = true
  }

  private let jobs = Awaited(Jobs())

  /// Creates an executor and its thread.
  ///
  /// - Throws: If the system has no thread left.
  init() throws(ThreadsExhausted) {
    try SystemThread.start { self.work() }
  }

  /// A task that was left behind can go on after the thread has ended: it gets a new one.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = jobs.change { jobs in
      jobs.waiting.append(job)
      defer { jobs.hasThread = true }
      return !jobs.hasThread
    }
    guard needsThread else { return }
    do {
      try SystemThread.start { self.work() }
    } catch {
      // Better on one of Swift's threads than never.
      Task { self.work() }
    }
  }

  /// Lets the thread end once it has nothing left to do.
  func stop() {
    jobs.change { $0.isStopped = true }
  }

  private func work() {
    let executor = asUnownedTaskExecutor()
    while let batch = jobs.wait({ Self.next(&$0) }) {
      guard !batch.isEmpty else { return }
      for job in batch { job.runSynchronously(on: executor) }
    }
  }

  /// The jobs to run now, `nil` to wait for some, and none at the end.
  private static func next(_ jobs: inout Jobs) -> [UnownedJob]? {
    guard jobs.waiting.isEmpty else {
      defer { jobs.waiting = [] }
      return jobs.waiting
    }
    guard jobs.isStopped else { return nil }
    jobs.hasThread = false
    return []
  }
}
