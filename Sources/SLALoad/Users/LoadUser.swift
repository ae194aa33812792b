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

  init(_ turn: Turn, state: State, log: StepLog) {
    self.turn = turn
    self.state = state
    self.log = log
    context = turn.context
  }

  /// The number of the user, in `0..<users`.
  public var number: Int { context.user }

  /// A member of the state.
  public subscript<Value>(dynamicMember path: KeyPath<State, Value>) -> Value {
    state[keyPath: path]
  }

  /// A source of random numbers for this iteration, by the seed of the load test.
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
  /// - Throws: What the work throws, which is recorded as a failure of this step.
  @discardableResult @concurrent
  public func step<Success: Sendable>(
    _ name: String,
    _ work: @escaping @Sendable @concurrent () async throws -> Success
  ) async throws -> Success {
    let number = turn.phase.recorders.names.number(of: name)
    let planned = log.begin() ? turn.planned : nil
    defer { log.end() }
    let start = turn.phase.time.nanoseconds()
    do {
      let result = try await turn.limited(work)
      turn.end(number, since: start, plannedAt: planned, nil)
      return result
    } catch {
      turn.end(number, since: start, plannedAt: planned, error)
      log.fail(FailureKind(error))
      throw error
    }
  }
}

/// What became of the steps of an iteration.
final class StepLog: Sendable {
  private let state = Guarded((count: 0, failures: Set<FailureKind>()))
  /// How many steps run, and when the last ended, in nanoseconds of the monotonic clock.
  private let running = Guarded((count: 0, lastEnd: Int64.min))

  /// Whether there were steps.
  var hasSteps: Bool { state.withLock { $0.count > 0 } }

  /// Notes that a step begins; returns whether it is the first.
  func begin() -> Bool {
    running.withLock { $0.count += 1 }
    return state.withLock { state in
      state.count += 1
      return state.count == 1
    }
  }

  /// Notes that a step has ended.
  func end() {
    running.withLock { $0 = ($0.count - 1, TimeSource.monotonic.nanoseconds()) }
  }

  /// Until when a flow may take that has a limit for itself and for each step, in nanoseconds; `nil` before
  /// the first step.
  ///
  /// A limit after the end of each step; while one runs, that has a limit of its own.
  func deadline(after limit: Int64) -> Int64? {
    let (count, lastEnd) = running.withLock(\.self)
    let start = count > 0 ? TimeSource.monotonic.nanoseconds() : lastEnd
    return start == .min ? nil : start + min(limit, .max / 2)
  }

  /// Notes that a step failed.
  func fail(_ kind: FailureKind) {
    state.withLock { _ = $0.failures.insert(kind) }
  }

  /// Whether a failure is that of a step, which was recorded with it.
  func has(_ kind: FailureKind) -> Bool { state.withLock { $0.failures.contains(kind) } }
}
