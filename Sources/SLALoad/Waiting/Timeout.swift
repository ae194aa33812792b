// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics
import Synchronization

/// Work did not end within its limit.
public struct TimeoutError: Error, Hashable, FailureKindConvertible, CustomStringConvertible {
  /// The limit.
  public let limit: Duration

  /// The failure as load reports count it.
  public var failureKind: FailureKind {
    FailureKind(.timeout, reason: "no end within \(limit.exactText)")
  }
  /// The error in words: `no end within 300 ms`.
  public var description: String { failureKind.reason }
}

/// Runs asynchronous work, for some time at most.
///
/// At the limit the work is cancelled and the error thrown. Work that does not heed cancellation goes on
/// unobserved: nothing waits for it. The limit is kept while Swift's own threads are all busy, too; work that has not
/// begun by then never does.
///
/// - Parameters:
///   - limit: How long the work may take, above zero.
///   - work: The work, in a task of its own.
/// - Returns: What the work returns.
/// - Throws: ``TimeoutError`` at the limit, what the work throws, or ``ThreadsExhausted`` if the system has no thread
///   for the alarm. If the caller is cancelled, so is the work.
/// - Precondition: `limit` is above zero.
/// - Complexity: A task and an alarm, some 5 µs.
@concurrent
public func withTimeout<Success: Sendable>(
  _ limit: Duration,
  _ work: @escaping @Sendable @concurrent () async throws -> Success
) async throws -> Success {
  let timeout = Timeout(limit)
  try AlarmClock.shared.prepare()
  return try await timeout.run(work)
}

/// A limit to the time that work may take.
struct Timeout: Sendable {
  private let limit: Duration
  private let executor: ThreadExecutor?
  private let renewed: @Sendable () -> Int64?
  /// What is told that the work has ended, be it after the limit, before anybody else is.
  var onEnd: @Sendable () -> Void = {}

  /// Creates a limit.
  ///
  /// - Parameters:
  ///   - limit: How long work may take, above zero.
  ///   - executor: Where it runs; on Swift's own threads if it is `nil`.
  ///   - renewed: Until when the work may go on nevertheless, in nanoseconds of the monotonic clock; asked
  ///     whenever that time has come.
  init(
    _ limit: Duration,
    executor: ThreadExecutor? = nil,
    _ renewed: @escaping @Sendable () -> Int64? = { nil }
  ) {
    trap(unless: limit > .zero, "a timeout must be above zero (was \(limit.exactText))")
    self.limit = limit
    self.executor = executor
    self.renewed = renewed
  }

  @concurrent
  func run<Success: Sendable>(
    _ work: @escaping @Sendable @concurrent () async throws -> Success
  ) async throws -> Success {
    let now = TimeSource.monotonic.nanoseconds()
    let deadline = now + min(limit.wholeNanoseconds, .max / 2)
    let outcome = OneShot<Result<Success, any Error>>()
    let course = Course()
    let task = Task(executorPreference: executor) {
      guard course.claim() else { return onEnd() }
      do {
        let value = try await work()
        onEnd()
        outcome.fulfil(.success(value))
      } catch {
        onEnd()
        outcome.fulfil(.failure(error))
      }
    }
    course.watch(until: deadline, renewed) {
      // What has not begun never does: it counts as failed already.
      _ = course.claim()
      guard outcome.fulfil(.failure(TimeoutError(limit: limit))) else { return }
      // Not on the clock's own thread: what is told of a cancellation can wait for ever, as `URLSession` on
      // Linux does when the answer comes at the same moment.
      SystemThread.risk { task.cancel() }
    }
    defer { course.end() }
    return try await withTaskCancellationHandler {
      try await outcome.value.get()
    } onCancel: {
      task.cancel()
    }
  }
}

/// The course of one piece of work with a limit: whether it began, and the alarm that is set for it.
private final class Course: Sendable {
  private let isClaimed = Atomic(false)
  /// `nil` once nobody waits any more.
  private let alarms = Guarded<[AlarmClock.Alarm]?>([])

  /// Claims the work: to begin it, or to keep it from that.
  ///
  /// - Returns: Whether nobody had done so.
  func claim() -> Bool { !isClaimed.exchange(true, ordering: .acquiringAndReleasing) }

  /// Does something at a deadline, unless the work may go on until a later one.
  func watch(
    until deadline: Int64,
    _ renewed: @escaping @Sendable () -> Int64?,
    _ act: @escaping @Sendable () -> Void
  ) {
    alarms.withLock { alarms in
      guard alarms != nil else { return }
      let alarm = AlarmClock.shared.set(at: deadline) { [self] in
        if let later = renewed(), later > deadline {
          watch(until: later, renewed, act)
        } else {
          act()
        }
      }
      alarms = [alarm]
    }
  }

  /// Ends the watch.
  func end() {
    let alarms = alarms.withLock { alarms in
      defer { alarms = nil }
      return alarms ?? []
    }
    for alarm in alarms { AlarmClock.shared.cancel(alarm) }
  }
}
