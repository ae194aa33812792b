// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// One operation that a worker is to make.
struct Turn: Sendable {
  let phase: PhaseRun
  let context: LoadContext
  /// When it is to begin, in nanoseconds of the time source; `nil` where that is when the worker is free.
  let planned: Int64?
  let worker: Worker
  /// How long it may take, or `nil` if there is no limit.
  let timeout: Duration?
  /// Whether to read the clock until the planned start.
  var isExact = false

  /// Waits for the planned start, if that is near, and notes how late it is.
  ///
  /// - Returns: The time, in nanoseconds of the time source.
  func begin() -> Int64 {
    var now = phase.time.nanoseconds()
    guard let planned else { return now }
    while isExact, now < planned, !phase.control.isStopped { now = phase.time.nanoseconds() }
    phase.recorders.recordLateness(max(now - planned, 0))
    return now
  }

  /// Records an operation that began at a time and has ended now.
  func end(
    _ operation: Int,
    since start: Int64,
    plannedAt planned: Int64?,
    _ error: (any Error)?,
    segments: SegmentPlace? = nil
  ) {
    // The clock first: putting the error into words takes its time too.
    let end = phase.time.nanoseconds()
    let failure = error.map { FailureKind($0) }
    phase.record(
      operation,
      plannedAt: planned ?? start,
      from: start,
      to: end,
      failure: failure,
      segments: segments ?? context.segments
    )
  }

  /// Drops the segments of what turned out to be no operation, and counts them.
  func dropSegments() { context.segments.drop() }

  /// Runs work within the limit.
  ///
  /// - Parameters:
  ///   - thread: Where the work runs.
  ///   - renewed: Until when the work may go on at the limit nevertheless, in nanoseconds of the monotonic
  ///     clock, by the limit in nanoseconds.
  ///   - work: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws, or ``TimeoutError``.
  @concurrent
  func limited<Success: Sendable>(
    on thread: WorkThread,
    until renewed: @escaping @Sendable (Int64) -> Int64? = { _ in nil },
    _ work: @escaping @Sendable @concurrent () async throws -> Success
  ) async throws -> Success {
    guard let timeout else { return try await work() }
    let overrun = Overrun(in: phase)
    let executor = thread.executor
    do {
      var limit = Timeout(timeout, executor: executor) { renewed(timeout.wholeNanoseconds) }
      limit.onEnd = { overrun.end() }
      return try await limit.run(work)
    } catch let error as TimeoutError {
      // The work may hold the thread for long yet.
      if overrun.giveUp() { thread.leave(executor, mayReplace: phase.mayLeaveThread) }
      throw error
    }
  }

  /// Makes the one operation of a load test, and records it.
  ///
  /// - Returns: What it threw, if it failed.
  @concurrent @discardableResult
  func perform<Result>(
    _ operation: @escaping @Sendable @concurrent (LoadContext) async throws -> Result
  ) async -> (any Error)? {
    let start = begin()
    do {
      try await limited(on: worker.thread) { _ = try await operation(context) }
      end(0, since: start, plannedAt: planned, nil)
      return nil
    } catch {
      end(0, since: start, plannedAt: planned, error)
      return error
    }
  }
}
