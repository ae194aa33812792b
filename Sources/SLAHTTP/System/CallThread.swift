// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A thread on which calls block, one after another, so that no thread of Swift's does.
final class CallThread: Sendable {
  typealias Job = @Sendable () -> Void

  private let jobs: Jobs

  /// Creates the thread.
  ///
  /// - Throws: ``HTTPFailure`` if the system has none left.
  init() throws(HTTPFailure) {
    jobs = Jobs()
    try Self.start(jobs)
  }

  // The thread holds the jobs, not this object.
  deinit { jobs.close() }

  /// Adds a job, which begins when those before it have ended.
  func run(_ job: @escaping Job) { jobs.add(job) }

  private static func start(_ jobs: Jobs) throws(HTTPFailure) {
    let body = Unmanaged.passRetained(jobs)
    #if canImport(Glibc)
    var thread: pthread_t = 0
    #else
    var thread: pthread_t?
    #endif
    let code = pthread_create(&thread, nil, { CallThread.work($0) }, body.toOpaque())
    guard code == 0 else {
      body.release()
      throw .noThread
    }
  }

  /// What the thread begins with; the jobs are there, but an optional on Linux.
  private static func work(_ jobs: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    pthread_detach(pthread_self())
    guard let jobs else { return nil }
    let queue = Unmanaged<Jobs>.fromOpaque(jobs).takeRetainedValue()
    while let job = queue.next() { job() }
    return nil
  }
}

/// Jobs that wait for a thread; a lock of POSIX, for nothing in the standard library lets a thread wait.
private final class Jobs: @unchecked Sendable {
  // Unchecked: the array and the flag are used between locking and unlocking the mutex only, and neither
  // pointer changes.
  private var waiting: [CallThread.Job] = []
  private var isClosed = false
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  func add(_ job: @escaping CallThread.Job) {
    change { waiting.append(job) }
  }

  /// Lets the thread end once it has nothing left to do.
  func close() {
    change { isClosed = true }
  }

  private func change(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_cond_signal(changed)
    pthread_mutex_unlock(mutex)
  }

  /// Waits for a job; `nil` when there will be none.
  func next() -> CallThread.Job? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.isEmpty {
      if isClosed { return nil }
      pthread_cond_wait(changed, mutex)
    }
    return waiting.removeFirst()
  }
}
