// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where a database is, and whether it goes when its user stops.
package struct DatabaseFile: Sendable {
  package let path: String
  /// The directory that was made for the file, if so.
  private let ownDirectory: URL?

  /// Takes the given path, or makes a temporary directory for a file of its own.
  ///
  /// - Parameters:
  ///   - path: The path, if one is wished.
  ///   - owner: What the directory is named after.
  /// - Returns: The file, which SQLite has yet to make.
  /// - Throws: ``DatabaseFileError`` when the directory cannot be made.
  package static func prepared(at path: String?, for owner: String) throws -> DatabaseFile {
    if let path { return DatabaseFile(path: path, ownDirectory: nil) }
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(owner)-\(UUID().uuidString)", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    } catch {
      throw DatabaseFileError(directory: directory.path, cause: error)
    }
    let file = directory.appendingPathComponent("\(owner).sqlite")
    return DatabaseFile(path: file.path, ownDirectory: directory)
  }

  /// Removes the file if its directory was made here; otherwise does nothing.
  package func remove() {
    guard let ownDirectory else { return }
    // Nothing is left to be done about a temporary file that cannot be removed.
    try? FileManager.default.removeItem(at: ownDirectory)
  }
}

/// A temporary directory that cannot be made.
package struct DatabaseFileError: Error, CustomStringConvertible {
  package let description: String

  init(directory: String, cause: any Error) {
    description =
      "cannot create \(directory): \(cause.localizedDescription); set TMPDIR to a folder "
      + "that can be written, or give a database path"
  }
}
