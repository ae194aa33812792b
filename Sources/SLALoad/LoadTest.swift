// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// An operation put under load, and measured.
///
/// ```swift
/// let report = try await LoadTest("GET /health", .users(16, requests: 240)) { _ in
///   try await api.health()
/// }.run()
/// ```
///
/// An operation succeeds when it returns and fails when it throws; what it returns is dropped, so
/// an answer that is wrong, such as a status of 500, must be thrown. An operation must not report
/// test failures itself: what it throws is counted and judged with the rest.
///
/// Users are tasks on Swift's own threads, of which there are as many as cores. Operations that wait
/// by `await` overlap as asked. For those that block a thread there is `execution: .blocking`, which gives each
/// user a thread of its own; without it only as many run at once as there are cores, and the report warns
/// of it.
///
/// Latency counts by a monotonic clock: of users from the start of each call to its end, of arrivals from their
/// planned start.
public struct LoadTest {
  /// An operation and on what ground it may run.
  private enum Work {
    case shared(LoadWork)
    case sequential(@concurrent (ClosedRun, Worker) async -> Void)
  }

  /// The name of the operation, as reports show it.
  public let name: String
  /// How load is offered.
  public internal(set) var profile: LoadProfile
  private let work: Work
  var options = LoadOptions()

  /// Creates a load test of an operation that users run at once.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - profile: How load is offered.
  ///   - execution: On what threads operations run.
  ///   - operation: The operation; it sees the task-local values of the task that calls ``run()``.
  @_disfavoredOverload  // `.sequential` goes to the initializer below, which takes any closure.
  public init<Result>(
    _ name: String,
    _ profile: LoadProfile,
    execution: LoadExecution = .cooperative,
    operation: @escaping @Sendable @concurrent (LoadContext) async throws -> Result
  ) {
    self.name = name
    self.profile = profile
    work = .shared(LoadWork(name, operation))
    options.isBlocking = execution.isBlocking
  }

  /// Creates a load test of an operation that blocks, with a thread for each user.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - profile: How load is offered.
  ///   - execution: `.blocking`.
  ///   - operation: The operation, which waits for nothing by `await`.
  public init<Result>(
    _ name: String,
    _ profile: LoadProfile,
    execution: BlockingExecution,
    operation: @escaping @Sendable (LoadContext) throws -> Result
  ) {
    self.name = name
    self.profile = profile
    work = .shared(LoadWork(name, blocking: operation))
    options.isBlocking = true
  }

  /// Creates a load test of an operation that runs once at a time, on the caller's actor.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - profile: `.sequential(n)`.
  ///   - operation: The operation; it may capture what is not `Sendable`.
  public init<Result>(
    _ name: String,
    _ profile: SequentialProfile,
    operation: @escaping @concurrent (LoadContext) async throws -> Result
  ) {
    self.name = name
    self.profile = profile.profile
    work = .sequential { run, worker in await LoadWork.work(run, worker, operation) }
  }

  /// Creates a load test of users that choose between flows.
  ///
  /// - Parameters:
  ///   - scenario: What users do.
  ///   - profile: How load is offered; an operation of the profile is an iteration of a flow.
  ///   - execution: On what threads operations run.
  public init<State>(
    _ scenario: Scenario<State>,
    _ profile: LoadProfile,
    execution: LoadExecution = .cooperative
  ) {
    self.init(scenario.name, profile, execution, scenario.work)
  }

  /// Creates a load test of work of whatever kind.
  init(_ name: String, _ profile: LoadProfile, _ execution: LoadExecution, _ work: LoadWork) {
    self.name = name
    self.profile = profile
    self.work = .shared(work)
    options.isBlocking = execution.isBlocking
  }

  /// Offers the load and waits for its end.
  ///
  /// The environment can change what is offered, which the report then says: with `SLA_MODE=smoke` each operation
  /// runs once, with `SLA_MODE=off` none does, and `SLA_SCALE=0.1` divides durations and numbers of requests by ten.
  ///
  /// - Returns: What was measured. A load of no requests or no users gives a report of nothing, on
  ///   which no requirement is met.
  /// - Throws: `CancellationError` if the task was cancelled: the load stops, operations are cancelled, and those
  ///   that do not heed it within two seconds are left behind. ``ThreadsExhausted`` if the system has too few
  ///   threads. ``RunModeError`` if `SLA_MODE` or `SLA_SCALE` has a value that is none. What operations throw is
  ///   in the report.
  /// - Complexity: A task for each user, or none for `.sequential`; for each operation two readings
  ///   of the clock, a part of a ticket and a record.
  public func run() async throws -> LoadReport {
    try await run(time: .monotonic)
  }

  /// Offers the load by a given clock.
  package func run(time: TimeSource) async throws -> LoadReport {
    let (test, warnings) = adapted(to: try RunMode.current)
    return try await test.offer(time).adding(ofMode: warnings)
  }

  private func offer(_ time: TimeSource) async throws -> LoadReport {
    switch work {
    case .shared(let work):
      return try await runner(work, time).run()
    case .sequential(let operation):
      return try await runSequentially(operation, time)
    }
  }

  /// The same load until a judge ends it, for at most so many operations.
  ///
  /// Where time decides how long the load lasts, it goes on doing so.
  ///
  /// - Parameters:
  ///   - operations: How many operations at most, whatever number the profile has.
  ///   - judge: Whether the load is to end.
  /// - Returns: The load test.
  /// - Precondition: It has no judge and no phases.
  package func running(
    forAtMost operations: Int,
    until judge: @escaping @Sendable (LoadReport) -> Bool
  ) -> LoadTest {
    trap(
      unless: options.judge == nil,
      "a load that runs until it is decided has one judge (was .stopEarly)"
    )
    trap(
      unless: profile.phases == nil,
      "a load of phases cannot run until it is decided (was \(profile))"
    )
    var test = stopEarly(judge)
    test.options.isUntilDecided = true
    test.profile = profile.limited(toAtMost: operations)
    return test
  }

  /// How many operations are known beforehand: the flows of a scenario, or one.
  var operationCount: Int {
    if case .shared(let work) = work { work.names.count } else { 1 }
  }

  /// Whether only one operation can run at a time, on the caller's actor.
  var isSequential: Bool { if case .sequential = work { true } else { false } }

  private func runner(_ work: LoadWork, _ time: TimeSource) -> LoadRunner {
    LoadRunner(name: name, profile: profile, work: work, options: options, time: time)
  }
}
