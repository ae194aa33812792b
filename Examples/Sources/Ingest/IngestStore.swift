// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// The files of an ingest and their states, in an SQLite database in WAL mode.
///
/// Threads may use it at once. A store runs until ``close()``, after which nothing of a temporary
/// database is left.
public final class IngestStore: Sendable {
  /// How the workers reach the database.
  public enum Connections: Sendable, Equatable {
    /// A connection for each of so many workers: writers wait in SQLite, which tries again and
    /// again with longer and longer pauses. Whoever has just committed is ahead of those who
    /// pause: most files do not wait, and a few wait very long.
    case connectionPerWorker(workers: Int)
    /// One connection for all: writers wait in line, and are woken when it is their turn. All
    /// files wait about alike.
    case sharedConnection

    var count: Int {
      switch self {
      case .connectionPerWorker(let workers): workers
      case .sharedConnection: 1
      }
    }
  }

  /// When a transition counts as committed.
  public enum Durability: Sendable {
    /// As soon as the system has it: quick, and lost if the machine stops.
    case system
    /// As soon as the disk has it.
    case disk
  }

  let pool: ConnectionPool
  /// How long to wait for the write lock or the shared connection.
  let lockLimit: Duration
  private let file: DatabaseFile

  /// The path of the database file, a temporary one too.
  public var path: String { file.path }

  /// Opens a store, and makes its database if there is none.
  ///
  /// - Parameters:
  ///   - path: The file of the database; nil for a temporary one.
  ///   - connections: How the workers reach it.
  ///   - durability: When a transition counts as committed.
  ///   - lockLimit: How long to wait for the write lock or the shared connection, from 1 ms to
  ///     a day.
  /// - Throws: ``IngestError/unusable(path:reason:)`` with the cause and a way out.
  /// - Precondition: There is a worker, and the limit is in its range.
  public init(
    at path: String? = nil,
    _ connections: Connections,
    durability: Durability = .system,
    lockLimit: Duration = .seconds(30)
  ) throws {
    precondition(connections.count > 0, "workers must be 1 or more (was \(connections.count))")
    precondition(
      lockLimit >= .milliseconds(1) && lockLimit <= .seconds(86_400),
      "lockLimit must be in 1 ms ... 1 day (was \(lockLimit))"
    )
    var file: DatabaseFile?
    do {
      let prepared = try DatabaseFile.prepared(at: path, for: "ingest")
      file = prepared
      pool = ConnectionPool(
        try (0..<connections.count).map { index in
          let database = try Database(
            path: prepared.path,
            synchronous: durability == .disk ? .full : .normal,
            busyMilliseconds: Int32(lockLimit / .milliseconds(1))
          )
          if index == 0 { try database.prepareIngest() }
          return database
        }
      )
      self.file = prepared
      self.lockLimit = lockLimit
    } catch {
      file?.remove()
      throw IngestError.unusable(path: file?.path ?? "of a temporary folder", reason: "\(error)")
    }
  }

  deinit { close() }

  /// Closes the connections, and removes the database if it is a temporary one.
  ///
  /// The last connection to close takes SQLite's side files along. Further calls do nothing.
  public func close() {
    pool.close()
    file.remove()
  }

  /// Lends a connection for reading or writing, and tells its failures as ``IngestError``.
  ///
  /// - Throws: ``IngestError``.
  func use<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translating {
      let database = try pool.take(within: lockLimit)
      defer { pool.giveBack(database) }
      return try body(database)
    }
  }

  /// Tells what SQLite says as ``IngestError``.
  ///
  /// - Throws: ``IngestError``.
  func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw IngestError(error, limit: lockLimit)
    }
  }
}
