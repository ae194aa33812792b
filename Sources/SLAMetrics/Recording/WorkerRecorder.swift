// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A sink for the durations of one worker's operations, which nobody else uses at the same time.
///
/// What ``LatencyRecorder`` is for many tasks, at about half its cost: 2 to 3 ns a duration in a release
/// build. Merge the recordings of several workers when they are done:
///
/// ```swift
/// let whole = recorders.reduce(into: Recording()) { $0.merge($1.recording) }
/// ```
///
/// A recorder for each of a few workers is the fastest there is; for hundreds, let them share a
/// ``LatencyRecorder``, since each recorder needs memory of its own: about 125 KB for durations within a
/// decade.
public final class WorkerRecorder {
  private let successes: WorkerHistogram
  private let failed: WorkerHistogram
  private var failures = FailureCounts()

  /// Creates an empty recorder.
  public convenience init() {
    self.init(origin: TimeSource.monotonic.nanoseconds())
  }

  /// Creates an empty recorder.
  ///
  /// - Parameter origin: The time from which ends are kept, in nanoseconds of the time source.
  package init(origin: Int64) {
    successes = WorkerHistogram(origin: origin)
    failed = WorkerHistogram(origin: origin)
  }

  /// Records successful operations that were timed elsewhere.
  ///
  /// - Parameters:
  ///   - duration: How long each took, to whole nanoseconds. A negative one is counted apart.
  ///   - count: How many operations took that long, in `0...2⁴⁰`.
  /// - Precondition: `count` is in `0...2⁴⁰`.
  public func record(_ duration: Duration, count: Int = 1) {
    record(nanoseconds: duration.wholeNanoseconds, count: count)
  }

  /// Records successful operations that were timed elsewhere, in nanoseconds.
  ///
  /// - Parameters:
  ///   - nanoseconds: How long each took. A negative duration is counted apart.
  ///   - count: How many operations took that long, in `0...2⁴⁰`.
  /// - Precondition: `count` is in `0...2⁴⁰`.
  /// - Complexity: O(1), 2 to 3 ns in a release build; O(*count*) for the first 8,192.
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
    failed.record(duration.wholeNanoseconds)
    failures.add(failure)
  }

  /// Records an operation by when it ran, in nanoseconds of the time source.
  ///
  /// - Parameters:
  ///   - start: When it began.
  ///   - end: When it ended.
  ///   - failure: Why it failed, or `nil` if it succeeded.
  package func record(from start: Int64, to end: Int64, failure: FailureKind?) {
    if let failure {
      failed.record(from: start, to: end)
      failures.add(failure)
    } else {
      successes.record(from: start, to: end)
    }
  }

  /// Everything recorded so far, as a value.
  ///
  /// - Complexity: O(*n* log *n*) in at most 8,192 samples, or O(*n*) in buckets.
  public var recording: Recording {
    var recording = Recording()
    recording.successes = successes.snapshot()
    recording.failed = failed.snapshot()
    // A copy, as of samples.
    recording.failures = Dictionary(uniqueKeysWithValues: failures.byKind.map { ($0, $1) })
    recording.isTimed = successes.isTimed && failed.isTimed
    recording.firstStart = [successes.firstStart, failed.firstStart].compactMap(\.self).min()
    recording.lastEnd = [successes.lastEnd, failed.lastEnd].compactMap(\.self).max()
    return recording
  }
}
