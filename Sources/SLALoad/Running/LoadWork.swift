// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What users do, whatever they are.
struct LoadWork: Sendable {
  /// The names of operations that are known beforehand, in the order of reports.
  let names: [String]
  /// Makes one operation, and records it.
  let perform: @Sendable @concurrent (Turn) async -> Void
  /// Works as a user of a closed load without a timeout from begin to end, where that saves time.
  let work: (@Sendable @concurrent (ClosedRun, Worker) async -> Void)?
  /// Whether users have flows, of which one iteration can be several operations.
  private(set) var isOfFlows = false
  /// Makes a worker ready before its first operation; returns whether it is.
  var setUp: (@Sendable @concurrent (Turn) async -> Bool)?
  /// Undoes that for all workers at the end, each within a limit, and returns what to say of it.
  var tearDown: (@Sendable @concurrent (Duration) async -> [Warning])?

  /// The work of a load test with one asynchronous operation.
  init<Result>(
    _ name: String,
    _ operation: @escaping @Sendable @concurrent (LoadContext) async throws -> Result
  ) {
    names = [name]
    perform = { await $0.perform(operation) }
    work = { run, worker in await Self.work(run, worker, operation) }
  }

  /// The work of a load test with one operation that waits for nothing by `await`.
  init<Result>(
    _ name: String,
    blocking operation: @escaping @Sendable (LoadContext) throws -> Result
  ) {
    names = [name]
    perform = { await $0.perform { try operation($0) } }
    work = { run, worker in Self.work(run, worker, operation) }
  }

  /// The work of a load test whose one operation is made turn by turn.
  init(_ name: String, perform: @escaping @Sendable @concurrent (Turn) async -> Void) {
    names = [name]
    self.perform = perform
    work = nil
  }

  /// The work of users with flows.
  init(
    names: [String],
    perform: @escaping @Sendable @concurrent (Turn) async -> Void,
    setUp: (@Sendable @concurrent (Turn) async -> Bool)?,
    tearDown: (@Sendable @concurrent (Duration) async -> [Warning])?
  ) {
    self.names = names
    self.perform = perform
    work = nil
    isOfFlows = true
    self.setUp = setUp
    self.tearDown = tearDown
  }

  /// Works as one user, on the caller's actor, until the load or a stop ends it.
  static func work<Result>(
    _ run: ClosedRun,
    _ worker: Worker,
    _ operation: @concurrent (LoadContext) async throws -> Result
  ) async {
    var turns = UserTurns(run, user: worker.number)
    guard await run.phase.control.sleep(until: turns.start) else { return }
    while let (context, start) = turns.begin() {
      do {
        _ = try await operation(context)
        turns.succeed(since: start)
      } catch {
        turns.fail(error, since: start)
      }
      guard await turns.think() else { return }
    }
  }

  /// Works as one user without a suspension, but to think.
  private static func work<Result>(
    _ run: ClosedRun,
    _ worker: Worker,
    _ operation: (LoadContext) throws -> Result
  ) {
    var turns = UserTurns(run, user: worker.number)
    SystemThread.sleep(until: turns.start, unless: { run.phase.control.isReleased })
    while let (context, start) = turns.begin() {
      do {
        _ = try operation(context)
        turns.succeed(since: start)
      } catch {
        turns.fail(error, since: start)
      }
      let thinkTime = turns.thinkTime()
      if thinkTime > 0 {
        SystemThread.sleep(
          until: TimeSource.monotonic.nanoseconds() + min(thinkTime, .max / 2),
          unless: { run.phase.control.isReleased }
        )
      }
    }
  }

  /// Works as one user by single turns.
  ///
  /// - Parameters:
  ///   - run: The load.
  ///   - worker: The user.
  ///   - timeout: How long an operation may take, or `nil` if there is no limit.
  ///   - readying: Where the set-up is recorded. It comes before the first ticket is taken, which would be lost
  ///     with a user for whom it fails.
  @concurrent
  func workByTurns(
    _ run: ClosedRun,
    _ worker: Worker,
    timeout: Duration?,
    _ readying: PhaseRun?
  ) async {
    var turns = UserTurns(run, user: worker.number, isOneTask: timeout == nil)
    guard await turns.control.sleep(until: turns.start) else { return }
    guard await makeReady(worker, in: readying, timeout: timeout) else {
      return run.countNotSetUp()
    }
    while let (context, _) = turns.begin() {
      await perform(
        Turn(phase: run.phase, context: context, planned: nil, worker: worker, timeout: timeout)
      )
      if worker.isHeld { turns.rest() }
      await worker.awaitThread()
      guard await turns.think() else { return }
    }
  }

  /// Makes a worker ready before its first operation, where there is something to set up.
  ///
  /// - Returns: Whether it can work.
  @concurrent
  func makeReady(_ worker: Worker, in readying: PhaseRun?, timeout: Duration?) async -> Bool {
    guard let setUp, let readying else { return true }
    let number = worker.number
    let context = LoadContext(
      user: number,
      iteration: number,
      phase: readying.number,
      seed: readying.seed
    )
    return await setUp(
      Turn(phase: readying, context: context, planned: nil, worker: worker, timeout: timeout)
    )
  }
}

extension UserTurns {
  /// Thinks; returns whether to go on.
  @inline(__always)
  fileprivate mutating func think() async -> Bool {
    let time = thinkTime()
    guard time > 0 else { return true }
    return await control.sleep(until: TimeSource.monotonic.nanoseconds() + min(time, .max / 2))
  }
}
