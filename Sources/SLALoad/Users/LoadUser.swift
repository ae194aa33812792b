// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A user of a ``Scenario`` in one iteration of a flow.
///
/// What the scenario made for the user is in `state`, and its members are members of the user: where the state
/// has a `client`, so has the user.
@dynamicMemberLookup
public struct LoadUser<State: Sendable>: Sendable {
  /// What the scenario made for this user.
  public let state: State
  /// Which user, and which iteration.
  public let context: LoadContext
  private let turn: Turn
  private let log: StepLog

  init(_ turn: Turn, _ context: LoadContext, state: State, log: StepLog) {
    self.turn = turn
    self.state = state
    self.log = log
    self.context = context
  }

  /// The number of the user, in `0..<users`.
  public var number: Int { context.user }

  /// A member of the state.
  public subscript<Value>(dynamicMember path: KeyPath<State, Value>) -> Value {
    state[keyPath: path]
  }

  /// A source of random numbers for this iteration, by the seed of the load test.
  ///
  /// It goes by the number of the iteration, whoever runs it; in the set-up of a user by the user's number.
  ///
  /// - Returns: A generator; every call starts the same sequence.
  public func generator() -> SeededGenerator { context.generator() }

  /// Makes a named operation of a part of the flow: it is timed, and judged by its own name.
  ///
  /// A flow with steps is not an operation itself, unless it fails outside them. Steps of one name are one
  /// operation, in whatever flow they are; names must not contain identifiers: at most 200 are told apart.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - work: What is timed; the timeout of the load test is for each step.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws, which is recorded as a failure of this step; `CancellationError` if the
  ///   flow timed out before its first step.
  @discardableResult @concurrent
  public func step<Success: Sendable>(
    _ name: String,
    _ work: @escaping @Sendable @concurrent () async throws -> Success
  ) async throws -> Success {
    let number = turn.phase.recorders.names.number(of: name)
    let planned = try log.begin() ? turn.planned : nil
    defer { log.end() }
    // A ledger for each step, since steps can run at once.
    let ledger = turn.worker.ledgers.take(
      turn.phase.recorders.names.segments,
      operation: number,
      turn.phase.time,
      seed: turn.context.seed,
      isOneTask: turn.timeout == nil
    )
    defer { turn.worker.ledgers.giveBack(ledger) }
    let segments = ledger.begin(context.iteration)
    let start = turn.phase.time.nanoseconds()
    do {
      let result = try await Step.$segments.withValue(segments) {
        try await turn.limited(on: turn.worker.stepThread, work)
      }
      turn.end(number, since: start, plannedAt: planned, nil, segments: segments)
      return result
    } catch {
      turn.end(number, since: start, plannedAt: planned, error, segments: segments)
      log.fail(error)
      throw error
    }
  }
}
