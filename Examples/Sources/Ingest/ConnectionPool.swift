// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch

/// The connections of a store, each lent to one thread at a time in the order of asking.
///
/// The order matters when there is one connection for all: under a plain lock a thread that has
/// just given it back takes it again before those that wait have woken up.
final class ConnectionPool: Sendable {
  /// A thread that waits, and what it is woken for.
  private final class Waiter: Sendable {
    let turn = DispatchSemaphore(value: 0)
    let connection = Guarded<Database?>(nil)
  }

  private struct State {
    var idle: [Database]
    /// Those who wait, the first one first; none while there are idle connections.
    var waiters: [Waiter] = []
    var isClosed = false
  }

  private let state: Guarded<State>

  /// The threads that wait, 0 or more.
  var waiting: Int { state.withLock { $0.waiters.count } }

  init(_ connections: [Database]) {
    state = Guarded(State(idle: connections))
  }

  /// Takes a connection, which has to be given back.
  ///
  /// - Throws: ``IngestError/busy(limit:)``, or ``IngestError/closed``.
  func take(within limit: Duration) throws -> Database {
    let waiter = Waiter()
    let idle = try state.withLock { state throws(IngestError) -> Database? in
      guard !state.isClosed else { throw .closed }
      if let idle = state.idle.popLast() { return idle }
      state.waiters.append(waiter)
      return nil
    }
    if let idle { return idle }
    if waiter.turn.wait(timeout: .now() + limit.interval) == .timedOut, leaves(waiter) {
      throw IngestError.busy(limit: limit)
    }
    guard let connection = waiter.connection.withLock({ $0 }) else {
      preconditionFailure("a waiting thread was woken without a connection")
    }
    return connection
  }

  func giveBack(_ connection: Database) {
    state.withLock { state in
      guard state.waiters.isEmpty else {
        let first = state.waiters.removeFirst()
        first.connection.withLock { $0 = connection }
        first.turn.signal()
        return
      }
      if !state.isClosed { state.idle.append(connection) }
    }
  }

  /// Closes the connections, lent ones when they come back.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.idle = []
    }
  }

  /// Takes a thread out of the line; false when it has been handed a connection meanwhile.
  private func leaves(_ waiter: Waiter) -> Bool {
    state.withLock { state in
      guard let place = state.waiters.firstIndex(where: { $0 === waiter }) else { return false }
      state.waiters.remove(at: place)
      return true
    }
  }
}

extension Duration {
  fileprivate var interval: DispatchTimeInterval { .nanoseconds(Int(self / .nanoseconds(1))) }
}
