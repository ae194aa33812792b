// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the database is, and whether it goes when the service stops.
struct DatabaseFile: Sendable {
  let path: String
  /// The directory that was made for the file, if so.
  private let ownDirectory: URL?

  /// Takes the given path, or makes a temporary directory for a file of its own.
  ///
  /// - Throws: ``ServiceError`` when the directory cannot be made.
  static func prepared(at path: String?) throws -> DatabaseFile {
    if let path { return DatabaseFile(path: path, ownDirectory: nil) }
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("recipe-service-\(UUID().uuidString)", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    } catch {
      throw ServiceError(
        "cannot create \(directory.path): \(error.localizedDescription); set TMPDIR to a folder "
          + "that can be written, or give a database path"
      )
    }
    let file = directory.appendingPathComponent("recipes.sqlite")
    return DatabaseFile(path: file.path, ownDirectory: directory)
  }

  /// Removes the file if its directory was made here; otherwise does nothing.
  func remove() {
    guard let ownDirectory else { return }
    // Nothing is left to be done about a temporary file that cannot be removed.
    try? FileManager.default.removeItem(at: ownDirectory)
  }
}
