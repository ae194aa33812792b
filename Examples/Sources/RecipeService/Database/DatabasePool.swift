// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// The connections to one database file, made on demand and used by one thread at a time.
final class DatabasePool: Sendable {
  /// Connections at once, 1 or more; each costs up to three descriptors and a page cache.
  private static let capacity = 32

  private let path: String
  private let idle = Guarded<[Database]>([])
  private let free = DispatchSemaphore(value: capacity)
  private let writing = DispatchSemaphore(value: 1)

  init(path: String) {
    self.path = path
  }

  /// Lends a connection, for reading.
  ///
  /// - Throws: ``ServiceError`` when no connection can be opened, or what the body throws.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    free.wait()
    defer { free.signal() }
    let database = try idle.withLock { $0.popLast() } ?? open()
    defer { idle.withLock { $0.append(database) } }
    return try body(database)
  }

  /// Lends a connection, for writing, to one thread after another.
  ///
  /// SQLite allows one writer at a time anyway; here a writer wakes as soon as its turn comes,
  /// while SQLite would have it sleep up to 100 ms between tries.
  ///
  /// - Throws: ``ServiceError`` when no connection can be opened, or what the body throws.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    writing.wait()
    defer { writing.signal() }
    return try read(body)
  }

  /// Closes the idle connections; the last one to close removes SQLite's side files.
  func close() {
    idle.withLock { $0 = [] }
  }

  private func open() throws -> Database {
    do {
      return try Database(path: path)
    } catch {
      throw ServiceError(
        "cannot open the database \(path): \(error); "
          + "give the path of an SQLite file, or of none yet, in a folder that can be written"
      )
    }
  }
}
