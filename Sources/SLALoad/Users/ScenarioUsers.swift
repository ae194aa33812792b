// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The states of a scenario's users, by number; they live as long as the run.
final class ScenarioUsers<State: Sendable>: Sendable {
  private struct Users {
    var states: [Int: State] = [:]
    var failed: Set<Int> = []
    /// The set-ups at work that are waited for, by user.
    var attempts: [Int: Int] = [:]
    /// How many set-ups there were, of all runs.
    var attemptCount = 0

    mutating func begin(_ number: Int) -> Int {
      attemptCount += 1
      attempts[number] = attemptCount
      return attemptCount
    }

    /// Keeps the state that a set-up made, if that is still waited for.
    mutating func keep(_ state: State, of number: Int, by attempt: Int) -> Bool {
      guard attempts[number] == attempt else { return false }
      attempts[number] = nil
      states[number] = state
      // Another phase may have failed to make it.
      failed.remove(number)
      return true
    }

    /// Gives up a set-up, unless it has made the state at the last moment.
    mutating func giveUp(_ number: Int, _ attempt: Int) -> Bool {
      guard attempts[number] == attempt else { return states[number] == nil }
      attempts[number] = nil
      failed.insert(number)
      return true
    }
  }

  private let name: String
  private let undo: @Sendable @concurrent (State) async throws -> Void
  private let users = Guarded(Users())

  /// - Parameters:
  ///   - name: The name of the scenario.
  ///   - tearDown: What undoes a state.
  init(
    of name: String,
    tearDown: @escaping @Sendable @concurrent (State) async throws -> Void
  ) {
    self.name = name
    undo = tearDown
  }

  subscript(number: Int) -> State? { users.withLock { $0.states[number] } }

  /// Makes the state of a user, unless it has one.
  ///
  /// A state that comes after its time, or after the run, is undone at once: no user gets it.
  ///
  /// - Returns: Whether the user can work.
  @concurrent
  func setUp(
    _ turn: Turn,
    by setUp: @escaping @Sendable @concurrent (LoadUser<Void>) async throws -> State
  ) async -> Bool {
    let number = turn.worker.number
    if self[number] != nil { return true }
    let attempt = users.withLock { $0.begin(number) }
    let log = StepLog()
    let start = turn.phase.time.nanoseconds()
    do {
      let work: @Sendable @concurrent () async throws -> Void = {
        let state = try await setUp(LoadUser(turn, turn.context.bySetUp(), state: (), log: log))
        let isKept = self.users.withLock { $0.keep(state, of: number, by: attempt) }
        // In a task of its own, since this one may be cancelled.
        if !isKept { Task { try? await self.undo(state) } }
      }
      try await turn.limited(on: turn.worker.thread, until: { log.deadline(after: $0) }, work)
      return self[number] != nil
    } catch {
      guard users.withLock({ $0.giveUp(number, attempt) }) else { return true }
      if !log.has(error) {
        let operation = turn.phase.recorders.names.number(of: "\(name) set-up")
        turn.end(operation, since: start, plannedAt: nil, error)
      }
      return false
    }
  }

  /// Undoes all states, each within a limit.
  ///
  /// - Returns: What to say of users that could not be set up or torn down.
  @concurrent
  func tearDown(within limit: Duration) async -> [Warning] {
    let (states, failed) = users.withLock { users in
      defer { users = Users(attemptCount: users.attemptCount) }
      return (users.states, users.failed)
    }
    let faults = await withTaskGroup(of: FailureKind?.self) { group in
      for state in states.values {
        group.addTask {
          do {
            try await withTimeout(limit) { try await self.undo(state) }
            return nil
          } catch {
            return FailureKind(error)
          }
        }
      }
      var faults: [FailureKind] = []
      for await fault in group { if let fault { faults.append(fault) } }
      return faults
    }
    var warnings: [Warning] = []
    if !failed.isEmpty {
      warnings.append(.usersNotSetUp(failed.count, of: failed.count + states.count))
    }
    if let first = faults.first {
      warnings.append(.usersNotTornDown(faults.count, of: states.count, reason: first))
    }
    return warnings
  }
}
