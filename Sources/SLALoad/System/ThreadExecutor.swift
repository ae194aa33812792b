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
  }

  private let jobs = Awaited(Jobs())

  /// Creates an executor and its thread.
  ///
  /// - Throws: If the system has no thread left.
  init() throws(ThreadsExhausted) {
    try SystemThread.start { self.work() }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.change { $0.waiting.append(job) }
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
    return jobs.isStopped ? [] : nil
  }
}
