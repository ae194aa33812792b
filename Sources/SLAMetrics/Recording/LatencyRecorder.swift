// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// As with the standard library's `Clock.measure`, one name times sync and async work alike.
// swift-format-ignore: AmbiguousTrailingClosureOverload
/// A sink for the durations of one named piece of work, shared by any number of tasks and threads.
///
/// Put it around code of your own, wherever that runs, and judge it like a load test:
///
/// ```swift
/// let writes = LatencyRecorder("db write")
/// try await writes.time { try await db.write(row) }
/// expectSLA(writes, .p95 <= .milliseconds(50), .p99 <= .milliseconds(200))
/// ```
///
/// The first 8,192 durations are kept as they are, in order of completion; later ones are counted in
/// log-linear buckets, which makes percentiles at most 0.1 % too high. Count, sum, minimum and maximum stay
/// exact. Durations of 73 minutes and more, negative ones, and operations during which the clock stepped
/// back are counted apart, and warned of.
///
/// Durations of work that failed are kept apart from those that succeeded, and latency limits are
/// judged on successes. The throughput of a recorder counts from the start of its first operation
/// to the end of its last; it has none if durations were given to it by `record`, which does not
/// say when they were.
///
/// Recording takes no lock and allocates no memory but for the first samples: about 6 ns in a release
/// build. Only a failure takes a lock, to count its kind. Memory is bounded: about 125 KB for durations
/// within a decade, at most 250 KB from 1 ns to an hour, and as much again for those of failures.
public final class LatencyRecorder: Sendable {
  /// The name of the recorded work, as failing expectations show it.
  public let name: String

  private let time: TimeSource
  private let successes: AtomicHistogram
  private let failed: AtomicHistogram
  private let failures = Guarded(FailureCounts())
  private let lastInterval = Guarded(Recording())

  /// Creates an empty recorder.
  ///
  /// - Parameter name: The name of the recorded work.
  public convenience init(_ name: String) {
    self.init(name, time: .monotonic)
  }

  /// Creates an empty recorder that reads the given clock.
  package init(_ name: String, time: TimeSource) {
    self.name = name
    self.time = time
    let origin = time.nanoseconds()
    successes = AtomicHistogram(origin: origin)
    failed = AtomicHistogram(origin: origin)
  }

  /// Records successful operations that were timed elsewhere.
  ///
  /// - Parameters:
  ///   - duration: How long each took, to whole nanoseconds. A negative duration is not among the
  ///     percentiles: it is counted apart, and a warning says so.
  ///   - count: How many operations took that long, in `0...2⁴⁰`.
  /// - Precondition: `count` is in `0...2⁴⁰`.
  /// - Complexity: O(1); O(*count*) for the first 8,192.
  public func record(_ duration: Duration, count: Int = 1) {
    record(nanoseconds: duration.wholeNanoseconds, count: count)
  }

  /// Records successful operations that were timed elsewhere, in nanoseconds.
  ///
  /// - Parameters:
  ///   - nanoseconds: How long each took. A negative duration is not among the percentiles: it is counted
  ///     apart, and a warning says so.
  ///   - count: How many operations took that long, in `0...2⁴⁰`.
  /// - Precondition: `count` is in `0...2⁴⁰`.
  /// - Complexity: O(1), about 6 ns in a release build; O(*count*) for the first 8,192.
  public func record(nanoseconds: Int64, count: Int = 1) {
    if count == 1 {
      successes.record(nanoseconds)
    } else {
      recordSeveral(nanoseconds, count: count)
    }
  }

  /// Records none or several operations.
  ///
  /// Out of line, for else one operation would pay for the registers
  /// that the message needs.
  @inline(never)
  private func recordSeveral(_ nanoseconds: Int64, count: Int) {
    trap(
      unless: (0...1 << 40).contains(count),
      "a count of operations must be in 0...\(1 << 40) (was \(count))"
    )
    successes.record(nanoseconds, count: count)
  }

  /// Records a failed operation that was timed elsewhere.
  ///
  /// - Parameters:
  ///   - failure: What went wrong.
  ///   - duration: How long the operation took until it failed, to whole nanoseconds.
  public func record(_ failure: FailureKind, after duration: Duration) {
    failures.withLock {
      failed.record(duration.wholeNanoseconds)
      $0.add(failure)
    }
  }

  /// Times a piece of work, and hands on its result.
  ///
  /// - Parameter work: The work. What it throws is recorded as a failure, and thrown on.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  /// - Complexity: Two readings of the clock and one `record`.
  @discardableResult
  public func time<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = time.nanoseconds()
    do {
      let result = try work()
      successes.record(from: start, to: time.nanoseconds())
      return result
    } catch {
      fail(error, since: start)
      throw error
    }
  }

  /// Times a piece of asynchronous work, on the caller's actor, and hands on its result.
  ///
  /// - Parameter work: The work. What it throws is recorded as a failure, and thrown on.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  /// - Complexity: Two readings of the clock and one `record`.
  @discardableResult
  public func time<Result>(_ work: @concurrent () async throws -> Result) async rethrows -> Result {
    let start = time.nanoseconds()
    do {
      let result = try await work()
      succeed(from: start, to: time.nanoseconds())
      return result
    } catch {
      fail(error, since: start)
      throw error
    }
  }

  /// Records a success, from a frame on the thread's stack, by whose address ``ThreadStripe`` goes.
  ///
  /// Those of asynchronous functions may be anywhere.
  @inline(never)
  private func succeed(from start: Int64, to end: Int64) {
    successes.record(from: start, to: end)
  }

  private func fail(_ error: any Error, since start: Int64) {
    // The clock first: putting the error into words takes its time too.
    let end = time.nanoseconds()
    let kind = FailureKind(error)
    failures.withLock {
      failed.record(from: start, to: end)
      $0.add(kind)
    }
  }
}

extension LatencyRecorder {
  /// What the successful operations so far took, or `nil` if none was recorded.
  ///
  /// - Complexity: O(*n*) in at most 8,192 samples, or in buckets; others can record meanwhile.
  public var summary: Summary? { Summary(successes.snapshot()) }

  /// Everything recorded so far, as a value; others can record meanwhile.
  ///
  /// Every operation that ended before is in it. One that ends while the snapshot is taken is in it or in
  /// the next.
  ///
  /// - Complexity: O(*n* log *n*) in at most 8,192 samples, or O(*n*) in buckets.
  public func snapshot() -> Recording {
    var recording = Recording()
    recording.successes = successes.snapshot()
    // Under the lock, so that as many failures have a duration as have a kind.
    (recording.failures, recording.failed) = failures.withLock { ($0.byKind, failed.snapshot()) }
    recording.isTimed = successes.isTimed && failed.isTimed
    recording.firstStart = [successes.firstStart, failed.firstStart].compactMap(\.self).min()
    recording.lastEnd = [successes.lastEnd, failed.lastEnd].compactMap(\.self).max()
    return recording
  }

  /// What was recorded since the last call of this function, or since the recorder was created.
  ///
  /// - Returns: The operations since then; all intervals together hold everything, each operation once.
  /// - Complexity: As ``snapshot()``.
  public func intervalSnapshot() -> Recording {
    lastInterval.withLock { last in
      let now = snapshot()
      let interval = now.since(last)
      last = now
      return interval
    }
  }

  /// The bytes of memory that the recorder has taken so far.
  public var byteCount: Int { successes.byteCount + failed.byteCount }
}
