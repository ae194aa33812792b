// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

// What the store says about its files.
extension IngestStore {
  /// Reads a file as it is now.
  ///
  /// - Parameter id: The id of the file.
  /// - Returns: The file.
  /// - Throws: ``IngestError``.
  public func file(_ id: Int) throws -> IngestFile {
    try use { try $0.file(id) }
  }

  /// Reads all files in the order of their ids.
  ///
  /// - Returns: The files.
  /// - Throws: ``IngestError``.
  public func files() throws -> [IngestFile] {
    try use { database in
      try database.rows("SELECT id, name, state, version FROM files ORDER BY id") {
        try $0.file()
      }
    }
  }

  /// Counts the files in each state.
  ///
  /// - Returns: The count by state, 0 or more, with every state in it.
  /// - Throws: ``IngestError``.
  public func counts() throws -> [FileState: Int] {
    let counts = try use { database in
      try database.rows("SELECT state, COUNT(*) FROM files GROUP BY state") {
        (try $0.state(0), $0.integer(1))
      }
    }
    return Dictionary(FileState.allCases.map { ($0, 0) } + counts) { $1 }
  }

  /// Reads the log of transitions: three for each file that is INDEXED, as adding it is none.
  ///
  /// - Returns: The transitions in the order in which they were committed.
  /// - Throws: ``IngestError``.
  public func transitions() throws -> [Transition] {
    try use { database in
      try database.rows("SELECT sequence, file, source, target FROM transitions ORDER BY 1") {
        Transition(
          sequence: $0.integer(0),
          file: $0.integer(1),
          from: try $0.state(2),
          to: try $0.state(3)
        )
      }
    }
  }

  /// Finds the files that have not been processed exactly once, as the log tells.
  ///
  /// - Returns: The ids of files that are not INDEXED, or whose log is not each transition once and
  ///   in its order; empty after a run without faults.
  /// - Throws: ``IngestError``.
  public func filesNotProcessedOnce() throws -> [Int] {
    let logs = Dictionary(grouping: try transitions(), by: \.file)
    let states = FileState.allCases
    return try files().filter { file in
      let log = logs[file.id] ?? []
      return file.state != .indexed || file.version != log.count
        || log.map(\.from) != states.dropLast() || log.map(\.to) != Array(states.dropFirst())
    }
    .map(\.id)
  }
}

extension Database {
  /// Reads a file.
  ///
  /// - Throws: ``IngestError/unknownFile(_:)``, or ``DatabaseError`` with what SQLite says.
  func file(_ id: Int) throws -> IngestFile {
    let sql = "SELECT id, name, state, version FROM files WHERE id = ?"
    guard let file = try row(sql, [.integer(id)], read: { try $0.file() }) else {
      throw IngestError.unknownFile(id)
    }
    return file
  }
}

extension Row {
  /// The file in the columns id, name, state and version.
  fileprivate func file() throws -> IngestFile {
    IngestFile(id: integer(0), name: text(1), state: try state(2), version: integer(3))
  }

  fileprivate func state(_ column: Int32) throws -> FileState {
    guard let state = FileState(rawValue: text(column)) else {
      // The tables refuse any other word, unless another program has written them.
      throw IngestError.failed(code: 0, message: "there is no state \"\(text(column))\"")
    }
    return state
  }
}
