// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A gauge that is read at intervals before, during and after a load.
struct Probe: Sendable {
  let name: String
  /// In nanoseconds, above 0.
  let interval: Int64
  let gauge: @Sendable @concurrent () async throws -> Double

  init(
    _ name: String,
    every interval: Duration,
    _ gauge: @escaping @Sendable @concurrent () async throws -> Double
  ) {
    let nanoseconds = interval.wholeNanoseconds
    trap(
      unless: nanoseconds >= 1_000_000,
      "a probe must wait at least 1 ms between readings (was \(interval.exactText))"
    )
    self.name = name
    self.interval = min(nanoseconds, 1 << 58)  // nine years
    self.gauge = gauge
  }
}

/// A probe at work, on a thread of its own: it delays no load, and no load delays it.
final class ProbeRun: Sendable {
  private struct State {
    var samples: [(time: Int64, value: Double)] = []
    var gaps: [(start: Int64, end: Int64, reason: String)] = []
    /// When the gauge was asked that has not answered.
    var askedAt: Int64?
    var isOver = false
  }

  /// How long a gauge that is being read at the end is waited for, in nanoseconds.
  private static let patience: Int64 = 1_000_000_000

  private let probe: Probe
  private let executor: ThreadExecutor
  private let state = Guarded(State())
  private let hasFirst = OneShot<Void>()
  private let hasEnded = OneShot<Void>()
  private let isStopping = Awaited(false)

  /// - Throws: If the system has no thread left.
  init(_ probe: Probe) throws(ThreadsExhausted) {
    self.probe = probe
    try AlarmClock.shared.prepare()
    executor = try ThreadExecutor()
  }

  /// Begins to read, and waits for the first reading, though not for long.
  func start() async {
    Task(executorPreference: executor) {
      await self.work()
      self.hasEnded.fulfil(())
      self.executor.stop()
    }
    let end = TimeSource.monotonic.nanoseconds() + Self.patience
    let alarm = AlarmClock.shared.set(at: end) { self.hasFirst.fulfil(()) }
    await hasFirst.value
    AlarmClock.shared.cancel(alarm)
  }

  /// Reads until it is stopped; sleeping blocks nobody, for the thread is the probe's own.
  @concurrent
  private func work() async {
    var next = TimeSource.monotonic.nanoseconds()
    var isLast = false
    while true {
      await read(dueAt: next)
      hasFirst.fulfil(())
      if isLast { return }
      let now = TimeSource.monotonic.nanoseconds()
      next += max((now - next + probe.interval - 1) / probe.interval, 1) * probe.interval
      // After the stop once more: the last reading is one of after the load.
      isLast = isStopping.wait(until: { [next] _ in next }, { $0 ? true : nil }) ?? false
      if isLast { next = TimeSource.monotonic.nanoseconds() }
    }
  }

  @concurrent
  private func read(dueAt due: Int64) async {
    // A reading that the machine began late is no fault of the gauge.
    let due = max(due, TimeSource.monotonic.nanoseconds())
    state.withLock { $0.askedAt = due }
    do {
      let value = try await probe.gauge()
      note(since: due) { value.isFinite ? .success(value) : .failure("the gauge gave \(value)") }
    } catch {
      let reason = FailureKind(error).reason
      note(since: due) { .failure(reason) }
    }
  }

  private enum Reading {
    case success(Double)
    case failure(String)
  }

  private func note(since due: Int64, _ reading: () -> Reading) {
    let now = TimeSource.monotonic.nanoseconds()
    let reading = reading()
    state.withLock { state in
      state.askedAt = nil
      guard !state.isOver else { return }
      switch reading {
      case .success(let value):
        // Readings that were due while this one was awaited are missing.
        if now - due > probe.interval {
          state.gaps.append((due + probe.interval, now, "no answer from the gauge"))
        }
        // The last reading may come sooner than the next would have.
        if let last = state.gaps.indices.last {
          state.gaps[last].end = min(state.gaps[last].end, now)
        }
        state.samples.append((now, value))
      case .failure(let reason):
        state.gaps.append((due, max(now, due + probe.interval), reason))
      }
    }
  }

  /// Ends a probe that was never started.
  func abandon() { executor.stop() }

  /// Lets the reading end that is to be, without waiting for it.
  func leave() { isStopping.change { $0 = true } }

  /// Reads a last time, and ends; a gauge that does not answer is left behind.
  ///
  /// - Parameters:
  ///   - start: When the load began, in nanoseconds of the monotonic clock.
  ///   - end: When it ended.
  /// - Returns: What was seen.
  func stop(loadFrom start: Int64, to end: Int64) async -> ProbeReport {
    leave()
    let now = TimeSource.monotonic.nanoseconds()
    let alarm = AlarmClock.shared.set(at: now + Self.patience) { self.hasEnded.fulfil(()) }
    await hasEnded.value
    AlarmClock.shared.cancel(alarm)
    let (samples, gaps) = state.withLock { state in
      state.isOver = true
      if let askedAt = state.askedAt {
        let end = TimeSource.monotonic.nanoseconds()
        state.gaps.append((askedAt, end, "no answer from the gauge"))
      }
      return (state.samples, state.gaps)
    }
    return ProbeReport(
      probe.name,
      samples: samples.map { .init(time: .nanoseconds($0.time - start), value: $0.value) },
      gaps: gaps.map {
        .init(
          start: .nanoseconds($0.start - start),
          end: .nanoseconds($0.end - start),
          reason: $0.reason
        )
      },
      loadEnd: .nanoseconds(end - start)
    )
  }
}
