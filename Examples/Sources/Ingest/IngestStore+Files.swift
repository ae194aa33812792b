// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

// What the store does with files.
extension IngestStore {
  /// Adds files, UNTRACKED and in version 0.
  ///
  /// - Parameter names: What they are called; two may be called the same.
  /// - Returns: The files in the same order.
  /// - Throws: ``IngestError``.
  public func add(_ names: [String]) throws -> [IngestFile] {
    let state = FileState.untracked
    return try use { database in
      try database.transaction {
        try names.map { name in
          let id = try database.insert(
            "INSERT INTO files (name, state, version) VALUES (?, ?, 0)",
            [.text(name), .text(state.rawValue)]
          )
          return IngestFile(id: id, name: name, state: state, version: 0)
        }
      }
    }
  }

  /// Puts every file back to UNTRACKED in version 0, and empties the log, for another run.
  ///
  /// - Throws: ``IngestError``.
  public func reset() throws {
    try use { database in
      try database.transaction {
        try database.execute("DELETE FROM transitions")
        _ = try database.update(
          "UPDATE files SET state = ?, version = 0",
          [.text(FileState.untracked.rawValue)]
        )
      }
    }
  }

  /// Moves a file on if it is still what the caller takes it for.
  ///
  /// - Throws: ``IngestError``.
  func move(
    _ file: IngestFile,
    to state: FileState,
    timing: some IngestTiming
  ) throws -> IngestFile {
    try translating {
      try timing.segment(IngestSegment.database) {
        let database = try timing.segment(IngestSegment.lockWait) { try locked() }
        defer { pool.giveBack(database) }
        return try timing.segment(IngestSegment.write) {
          try database.commit { try database.move(file, to: state) }
        }
      }
    }
  }

  /// Takes a connection and begins a write transaction on it.
  private func locked() throws -> Database {
    let database = try pool.take(within: lockLimit)
    do {
      try database.begin()
    } catch {
      pool.giveBack(database)
      throw error
    }
    return database
  }
}

extension Database {
  /// Writes a transition and its line of the log.
  fileprivate func move(_ file: IngestFile, to state: FileState) throws -> IngestFile {
    let changes = try update(
      "UPDATE files SET state = ?, version = version + 1 WHERE id = ? AND version = ? AND state = ?",
      [
        .text(state.rawValue), .integer(file.id), .integer(file.version),
        .text(file.state.rawValue),
      ]
    )
    guard changes == 1 else {
      throw IngestError.conflict(expected: file, found: try self.file(file.id))
    }
    try insert(
      "INSERT INTO transitions (file, source, target) VALUES (?, ?, ?)",
      [.integer(file.id), .text(file.state.rawValue), .text(state.rawValue)]
    )
    return file.moved(to: state)
  }
}
