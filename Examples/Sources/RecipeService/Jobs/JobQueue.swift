// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch

/// A bounded queue of jobs with threads that work on them in the order of arrival.
final class JobQueue: Sendable {
  struct Job: Sendable, Equatable {
    let id: Int
    let text: String
  }

  enum JobState: String, Codable, Sendable {
    case queued
    case running
    case finished
    case failed
  }

  /// Figures of a moment.
  struct Health: Codable, Equatable, Sendable {
    /// Accepted, but not finished.
    let backlog: Int
    /// Accepted, but not yet taken by a worker.
    let pending: Int
    let workers: Int
    let processed: Int
    let failed: Int
    let backlogLimit: Int
  }

  private struct State {
    var pending: [Job] = []
    var running: Set<Int> = []
    var processed = 0
    var failed = 0
    /// The ids of the latest failures, the oldest first.
    var failures: [Int] = []
    var lastID: Int
    var isStopped = false
  }

  /// Failures that are remembered by id.
  private static let failureLimit = 100

  private let workers: Int
  private let batchSize: Int
  /// Seconds; 0 takes jobs as they come.
  private let pollInterval: Double
  private let backlogLimit: Int
  private let work: @Sendable (Job) throws -> Void
  private let state: Guarded<State>
  private let available = DispatchSemaphore(value: 0)
  private let threads = DispatchGroup()

  /// - Parameters:
  ///   - workers: The number of threads, 1 or more.
  ///   - batchSize: The jobs that a worker takes at once, 1 or more.
  ///   - pollInterval: How long a worker waits before it looks again; zero takes jobs as they come.
  ///   - backlogLimit: The unfinished jobs beyond which new ones are refused, 1 or more.
  ///   - lastID: The id before the first, 0 or more.
  ///   - work: What is done with each job, on several threads at once.
  init(
    workers: Int,
    batchSize: Int = 1,
    pollInterval: Duration = .zero,
    backlogLimit: Int,
    lastID: Int,
    work: @escaping @Sendable (Job) throws -> Void
  ) {
    self.workers = workers
    self.batchSize = batchSize
    self.pollInterval = pollInterval / .seconds(1)
    self.backlogLimit = backlogLimit
    self.work = work
    state = Guarded(State(lastID: lastID))
  }

  /// Starts the workers, all of them or none.
  ///
  /// - Throws: ``ServiceError`` when the system has too few threads left.
  func start() throws {
    do {
      for number in 1...workers {
        try ServiceThread.start("recipes-job-\(number)", in: threads) { [self] in
          while let jobs = waitForJobs() {
            for job in jobs { ServiceThread.piece { finish(job, isDone: isDone(job)) } }
          }
        }
      }
    } catch {
      stop()
      throw error
    }
  }

  /// Lets the workers finish what they have begun, and drops the rest.
  func stop() {
    state.withLock {
      $0.isStopped = true
      $0.pending = []
    }
    for _ in 0..<workers {
      available.signal()
    }
    threads.wait()
  }

  /// Accepts a job and returns its id, or nil when the backlog is full.
  func enqueue(_ text: String) -> Int? {
    let id = state.withLock { state -> Int? in
      guard !state.isStopped, state.pending.count + state.running.count < backlogLimit else {
        return nil
      }
      state.lastID += 1
      state.pending.append(Job(id: state.lastID, text: text))
      return state.lastID
    }
    if id != nil, pollInterval == 0 { available.signal() }
    return id
  }

  var health: Health {
    state.withLock {
      Health(
        backlog: $0.pending.count + $0.running.count,
        pending: $0.pending.count,
        workers: workers,
        processed: $0.processed,
        failed: $0.failed,
        backlogLimit: backlogLimit
      )
    }
  }

  /// The state of a job that is not finished, or that failed lately; nil for all others.
  func unfinishedState(of id: Int) -> JobState? {
    state.withLock {
      if $0.running.contains(id) { return .running }
      if $0.pending.contains(where: { $0.id == id }) { return .queued }
      return $0.failures.contains(id) ? .failed : nil
    }
  }

  // MARK: Workers

  /// Waits for jobs: some, or none at the end of the service.
  private func waitForJobs() -> [Job]? {
    while true {
      // One who polls is woken by the end of the service alone.
      if pollInterval > 0 {
        _ = available.wait(timeout: .now() + pollInterval)
      } else {
        available.wait()
      }
      let (jobs, isStopped) = state.withLock { state -> ([Job], Bool) in
        guard !state.isStopped else { return ([], true) }
        let jobs = Array(state.pending.prefix(batchSize))
        state.pending.removeFirst(jobs.count)
        state.running.formUnion(jobs.map(\.id))
        return (jobs, false)
      }
      if isStopped { return nil }
      if !jobs.isEmpty { return jobs }
    }
  }

  private func isDone(_ job: Job) -> Bool {
    do {
      try work(job)
      return true
    } catch {
      return false
    }
  }

  private func finish(_ job: Job, isDone: Bool) {
    state.withLock { state in
      state.running.remove(job.id)
      if isDone {
        state.processed += 1
      } else {
        state.failed += 1
        state.failures.append(job.id)
        if state.failures.count > Self.failureLimit { state.failures.removeFirst() }
      }
    }
  }
}
