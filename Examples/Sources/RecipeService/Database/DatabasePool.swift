// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch

/// The connections to one database file, made on demand and used by one thread at a time.
final class DatabasePool: Sendable {
  /// Connections at once, 1 or more; each costs up to three descriptors and a page cache.
  private static let capacity = 8

  /// Each open connection is idle, handed to a waiting thread, or lent.
  private struct State {
    var idle: [Database] = []
    /// What waiting threads have been, or will be, woken for; nil is the advice to try again.
    var handed: [Database?] = []
    /// Connections that are open, 0 or more.
    var open = 0
    /// Connections that are being opened, 0 or more.
    var opening = 0
    /// Threads that wait and have not been handed anything yet, 0 or more.
    var waiting = 0

    /// Puts it aside for a waiting thread, which is to be woken then; false when none waits.
    mutating func handOver(_ database: Database?) -> Bool {
      guard waiting > 0 else { return false }
      waiting -= 1
      handed.append(database)
      return true
    }
  }

  private enum Turn {
    case use(Database)
    case open
    case wait
  }

  private let path: String
  private let state = Guarded(State())
  private let handedOver = DispatchSemaphore(value: 0)
  private let writing = DispatchSemaphore(value: 1)

  init(path: String) {
    self.path = path
  }

  /// Lends a connection, for reading.
  ///
  /// - Throws: ``DatabaseUnavailable`` when there is no connection and none can be opened, or what
  ///   the body throws.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let database = try take()
    defer { giveBack(database) }
    return try body(database)
  }

  /// Lends a connection, for writing, to one thread after another.
  ///
  /// SQLite allows one writer at a time anyway; here a writer wakes as soon as its turn comes,
  /// while SQLite would have it sleep up to 100 ms between tries.
  ///
  /// - Throws: As ``read(_:)`` does.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    writing.wait()
    defer { writing.signal() }
    return try read(body)
  }

  /// Closes the idle connections; the last one to close removes SQLite's side files.
  func close() {
    state.withLock { state in
      state.open -= state.idle.count
      state.idle = []
    }
  }

  // MARK: Lending

  private func take() throws -> Database {
    while true {
      switch turn() {
      case .use(let database):
        return database
      case .wait:
        if let database = waitForHandover() { return database }
      case .open:
        do {
          return try open()
        } catch {
          guard waitsAfterFailure() else { throw DatabaseUnavailable(path: path, cause: error) }
          if let database = waitForHandover() { return database }
        }
      }
    }
  }

  /// Decides how a thread comes to its connection, and counts it in.
  private func turn() -> Turn {
    state.withLock { state in
      if let database = state.idle.popLast() { return .use(database) }
      guard state.open + state.opening < Self.capacity else {
        state.waiting += 1
        return .wait
      }
      state.opening += 1
      return .open
    }
  }

  private func open() throws -> Database {
    let database = try Database(path: path)
    state.withLock {
      $0.opening -= 1
      $0.open += 1
    }
    return database
  }

  /// Decides what a thread does that could not open a connection, and counts it in or out.
  ///
  /// It waits for another thread's, such as when the system is short of descriptors. Where there
  /// is none it is to fail, and a thread that waited for it to open one has to try for itself.
  private func waitsAfterFailure() -> Bool {
    let (waits, isAwaited) = state.withLock { state -> (Bool, Bool) in
      state.opening -= 1
      guard state.open == 0 else {
        state.waiting += 1
        guard let database = state.idle.popLast() else { return (true, false) }
        return (true, state.handOver(database))
      }
      return (false, state.handOver(nil))
    }
    if isAwaited { handedOver.signal() }
    return waits
  }

  /// Waits until another thread gives a connection back; nil when there is none any more.
  private func waitForHandover() -> Database? {
    handedOver.wait()
    // There is one for each signal, and only threads that were signalled take them.
    return state.withLock { $0.handed.popLast() ?? nil }
  }

  private func giveBack(_ database: Database) {
    let isAwaited = state.withLock { state in
      if state.handOver(database) { return true }
      state.idle.append(database)
      return false
    }
    if isAwaited { handedOver.signal() }
  }
}

/// A database file to which no connection can be opened.
struct DatabaseUnavailable: Error, CustomStringConvertible {
  /// For whoever starts the service; it names the path, which is not for clients.
  let description: String

  init(path: String, cause: any Error) {
    description =
      "cannot open the database \(path): \(cause); "
      + "give the path of an SQLite file, or of none yet, in a folder that can be written"
  }
}
