// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Users that choose between flows by weight, each with a state of its own, such as a client.
///
/// ```swift
/// let pilot = Scenario("pilot", perUser: { user in
///   try await user.step("login") { try await Session.login() }
/// }) {
///   Flow("search", weight: 3) { user in try await user.client.search("soup") }
///   Flow("order") { user in
///     let id = try await user.step("create") { try await user.client.create() }
///     try await user.step("pay") { try await user.client.pay(id) }
///   }
/// }
/// let report = try await LoadTest(pilot, .users(40, spawnRate: 8, for: .seconds(300))).run()
/// ```
///
/// Which flow an iteration takes, and what its generator draws, follow from its number, its phase and the seed of
/// the load test: the same seed gives the same mix.
public struct Scenario<State: Sendable>: Sendable {
  /// The name of the scenario, as reports show it.
  public let name: String
  /// What users choose from.
  public let flows: [Flow<State>]
  /// The state of users that have none.
  private let noState: State?
  private let setUp: (@Sendable @concurrent (LoadUser<Void>) async throws -> State)?
  private let tearDown: @Sendable @concurrent (State) async throws -> Void

  /// Creates a scenario whose users have a state.
  ///
  /// - Parameters:
  ///   - name: The name of the scenario.
  ///   - setUp: Makes the state of a user before its first flow; its steps are operations by their
  ///     names, of which only those that fail are in the total. A user for whom it throws does nothing, which
  ///     is a failure and warned of. Phases of a load have the same users.
  ///   - tearDown: What is done with each state when the load is over; what it throws is warned of.
  ///   - flows: What users choose from, at least one.
  /// - Precondition: There is at least one flow.
  public init(
    _ name: String,
    perUser setUp: @escaping @Sendable @concurrent (LoadUser<Void>) async throws -> State,
    tearDown: @escaping @Sendable @concurrent (State) async throws -> Void = { _ in },
    @FlowBuilder<State> flows: () -> [Flow<State>]
  ) {
    self.name = name
    noState = nil
    self.setUp = setUp
    self.tearDown = tearDown
    self.flows = flows()
    trap(unless: !self.flows.isEmpty, "scenario \"\(name)\" must have a flow")
  }

  /// Creates a scenario whose users have no state.
  ///
  /// - Parameters:
  ///   - name: The name of the scenario.
  ///   - flows: What users choose from, at least one.
  /// - Precondition: There is at least one flow.
  public init(_ name: String, @FlowBuilder<Void> flows: () -> [Flow<Void>]) where State == Void {
    self.name = name
    noState = ()
    setUp = nil
    tearDown = { _ in }
    self.flows = flows()
    trap(unless: !self.flows.isEmpty, "scenario \"\(name)\" must have a flow")
  }

  /// The flow of an iteration: a pure function of seed and number.
  func flow(ofIteration iteration: Int, seed: UInt64) -> Int {
    var generator = SeededGenerator(seed: seed, iteration, SeededGenerator.ofFlow)
    var rest = Int.random(in: 0..<flows.map(\.weight).reduce(0, +), using: &generator)
    return flows.firstIndex { flow in
      rest -= flow.weight
      return rest < 0
    } ?? 0
  }

  /// What a load test does with it.
  var work: LoadWork {
    let users = ScenarioUsers<State>(of: name, tearDown: tearDown)
    var work = LoadWork(
      names: flows.map(\.name),
      perform: { turn in
        guard let state = noState ?? users[turn.worker.number] else { return }
        let iteration = turn.context.iteration
        let flow =
          turn.phase.takesFlowsInOrder
          ? iteration % flows.count : flow(ofIteration: iteration, seed: turn.context.seed)
        await perform(flows[flow], turn, state)
      },
      setUp: nil,
      tearDown: { limit in await users.tearDown(within: limit) }
    )
    if let setUp { work.setUp = { turn in await users.setUp(turn, by: setUp) } }
    return work
  }

  @concurrent
  private func perform(_ flow: Flow<State>, _ turn: Turn, _ state: State) async {
    let log = StepLog()
    let user = LoadUser(turn, turn.context.byIteration(), state: state, log: log)
    let number = turn.phase.recorders.names.number(of: flow.name)
    turn.context.segments.name(number)
    let start = turn.begin()
    do {
      let work: @Sendable @concurrent () async throws -> Void = { try await flow.work(user) }
      try await turn.limited(on: turn.worker.thread, until: { log.deadline(after: $0) }, work)
      guard !log.hasSteps else { return turn.dropSegments() }
      turn.end(number, since: start, plannedAt: turn.planned, nil)
    } catch {
      // What a step threw is recorded with the step already.
      guard !log.has(error) else { return turn.dropSegments() }
      turn.end(number, since: start, plannedAt: turn.planned, error)
    }
  }
}
