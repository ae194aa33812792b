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
/// Durations of work that failed are kept apart from those that succeeded, and latency limits are
/// judged on successes. The throughput of a recorder counts from the start of its first operation
/// to the end of its last; it has none if durations were given to it by `record`, which does not
/// say when they were.
///
/// One call of `record` takes a lock. Memory is bounded: at most 1 MB.
public final class LatencyRecorder: Sendable {
  /// The name of the recorded work, as failing expectations show it.
  public let name: String

  private let time: TimeSource
  private let recording = Guarded(Recording())

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
  }

  /// What the successful operations so far took, or `nil` if none was recorded.
  ///
  /// - Complexity: O(*n* log *n*) in at most 8,192 samples; others can record meanwhile.
  public var summary: Summary? { Summary(snapshot.successes) }

  /// Everything recorded so far.
  package var snapshot: Recording { recording.withLock { $0 } }

  /// Records a successful operation that was timed elsewhere.
  ///
  /// - Parameter duration: How long it took, to whole nanoseconds. A negative duration is not
  ///   among the percentiles: it is counted apart, and a warning says so.
  public func record(_ duration: Duration) {
    recording.withLock { $0.record(duration.wholeNanoseconds, endingAt: nil, failure: nil) }
  }

  /// Records a failed operation that was timed elsewhere.
  ///
  /// - Parameters:
  ///   - failure: What went wrong.
  ///   - duration: How long the operation took until it failed, to whole nanoseconds.
  public func record(_ failure: FailureKind, after duration: Duration) {
    recording.withLock { $0.record(duration.wholeNanoseconds, endingAt: nil, failure: failure) }
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
      finish(since: start, error: nil)
      return result
    } catch {
      finish(since: start, error: error)
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
      finish(since: start, error: nil)
      return result
    } catch {
      finish(since: start, error: error)
      throw error
    }
  }

  private func finish(since start: Int64, error: (any Error)?) {
    // The clock first: putting the error into words takes its time too.
    let end = time.nanoseconds()
    let failure = error.map { FailureKind($0) }
    recording.withLock { $0.record(end.saturatingSubtract(start), endingAt: end, failure: failure) }
  }
}
