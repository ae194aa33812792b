// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The states of a scenario's users, by number; they live as long as the run.
final class ScenarioUsers<State: Sendable>: Sendable {
  private struct Users {
    var states: [Int: State] = [:]
    var failed: Set<Int> = []
  }

  private let name: String
  private let users = Guarded(Users())

  init(of name: String) {
    self.name = name
  }

  subscript(number: Int) -> State? { users.withLock { $0.states[number] } }

  /// Makes the state of a user, unless it has one.
  ///
  /// - Returns: Whether the user can work.
  @concurrent
  func setUp(
    _ turn: Turn,
    by setUp: @escaping @Sendable @concurrent (LoadUser<Void>) async throws -> State
  ) async -> Bool {
    let number = turn.worker.number
    if self[number] != nil { return true }
    let log = StepLog()
    let start = turn.phase.time.nanoseconds()
    do {
      let work: @Sendable @concurrent () async throws -> State = {
        try await setUp(LoadUser(turn, turn.context.bySetUp(), state: (), log: log))
      }
      let state = try await turn.limited(until: { log.deadline(after: $0) }, work)
      users.withLock { users in
        users.states[number] = state
        // Another phase may have failed to make it.
        users.failed.remove(number)
      }
      return true
    } catch {
      users.withLock { _ = $0.failed.insert(number) }
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
  func tearDown(
    within limit: Duration,
    by tearDown: @escaping @Sendable @concurrent (State) async throws -> Void
  ) async -> [Warning] {
    let (states, failed) = users.withLock { users in
      defer { users = Users() }
      return (users.states, users.failed)
    }
    let faults = await withTaskGroup(of: FailureKind?.self) { group in
      for state in states.values {
        group.addTask {
          do {
            try await withTimeout(limit) { try await tearDown(state) }
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
