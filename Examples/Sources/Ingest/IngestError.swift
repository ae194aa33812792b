// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// Why a file does not move on, or a store is of no use.
public enum IngestError: Error, Equatable, CustomStringConvertible {
  /// Another worker has moved the file: it is not, or no longer, what the caller took it for.
  case conflict(expected: IngestFile, found: IngestFile)
  /// The state machine does not know the transition.
  case illegalTransition(file: Int, from: FileState, to: FileState)
  /// The store has no file of this id.
  case unknownFile(Int)
  /// The write lock, or the shared connection, was not free within the limit.
  case busy(limit: Duration)
  /// SQLite fails.
  case failed(code: Int32, message: String)
  /// The database cannot be opened, or is not one of a store.
  case unusable(path: String, reason: String)
  /// The store has been closed.
  case closed

  /// Tells what SQLite says; the limit is how long it was told to wait for locks.
  init(_ error: DatabaseError, limit: Duration) {
    self = error.isBusy ? .busy(limit: limit) : .failed(code: error.code, message: error.message)
  }

  /// What went wrong, and what would be right.
  public var description: String {
    switch self {
    case .conflict(let expected, let found):
      "file \(found.id) is \(found.state.rawValue) in version \(found.version), not "
        + "\(expected.state.rawValue) in version \(expected.version): another worker moved it"
    case .illegalTransition(let file, let from, let to):
      "file \(file) cannot go from \(from.rawValue) to \(to.rawValue); "
        + (from.next.map { "the next state is \($0.rawValue)" } ?? "it has been processed already")
    case .unknownFile(let id):
      "there is no file \(id) in the store"
    case .busy(let limit):
      "the database was not free within \(limit); use fewer workers, or one shared connection"
    case .failed(let code, let message):
      "\(message) (SQLite code \(code))"
    case .unusable(let path, let reason):
      "cannot use the database \(path): \(reason); give the path of a store, or of no file yet, "
        + "in a folder that can be written"
    case .closed:
      "the store has been closed"
    }
  }
}
