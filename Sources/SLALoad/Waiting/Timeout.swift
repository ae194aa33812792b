// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

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
/// unobserved: nothing waits for it. The limit is kept while Swift's own threads are all busy, too.
///
/// - Parameters:
///   - limit: How long the work may take, above zero.
///   - work: The work, in a task of its own.
/// - Returns: What the work returns.
/// - Throws: ``TimeoutError`` at the limit, or what the work throws. If the caller is cancelled, so is the
///   work.
/// - Precondition: `limit` is above zero.
/// - Complexity: A task and an alarm, some 5 µs.
@concurrent
public func withTimeout<Success: Sendable>(
  _ limit: Duration,
  _ work: @escaping @Sendable @concurrent () async throws -> Success
) async throws -> Success {
  try await Timeout(limit).run(work)
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
    let task = Task(executorPreference: executor) {
      do {
        let value = try await work()
        onEnd()
        outcome.fulfil(.success(value))
      } catch {
        onEnd()
        outcome.fulfil(.failure(error))
      }
    }
    let alarm = watch(until: deadline, task, outcome)
    defer { AlarmClock.shared.cancel(alarm) }
    return try await withTaskCancellationHandler {
      try await outcome.value.get()
    } onCancel: {
      task.cancel()
    }
  }

  /// Ends the wait for work at a deadline, unless it may go on until a later one.
  @discardableResult
  private func watch<Success: Sendable>(
    until deadline: Int64,
    _ task: Task<Void, Never>,
    _ outcome: OneShot<Result<Success, any Error>>
  ) -> AlarmClock.Alarm {
    AlarmClock.shared.set(at: deadline) {
      if let later = renewed(), later > deadline {
        watch(until: later, task, outcome)
        return
      }
      guard outcome.fulfil(.failure(TimeoutError(limit: limit))) else { return }
      // Not on the clock's own thread: what is told of a cancellation can wait for ever, as `URLSession` on
      // Linux does when the answer comes at the same moment.
      SystemThread.risk { task.cancel() }
    }
  }
}
