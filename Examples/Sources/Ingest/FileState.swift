// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Where a file is on its way into the index.
public enum FileState: String, Sendable, CaseIterable {
  /// Known by its name only.
  case untracked = "UNTRACKED"
  /// Being sent to the upload API.
  case uploading = "UPLOADING"
  /// Sent, and being worked on.
  case processing = "PROCESSING"
  /// Done: nothing follows.
  case indexed = "INDEXED"

  /// The only state that may follow; nil after the last one.
  public var next: FileState? {
    switch self {
    case .untracked: .uploading
    case .uploading: .processing
    case .processing: .indexed
    case .indexed: nil
    }
  }
}

/// A file as it was when it was read or moved last.
///
/// The version tells whether somebody else has moved it since: every transition adds one.
public struct IngestFile: Sendable, Equatable {
  /// The number that the store gave it, 1 or more.
  public let id: Int
  /// What it is called.
  public let name: String
  /// Where it is.
  public let state: FileState
  /// How many transitions it has made, 0 or more.
  public let version: Int

  /// The same file one transition later.
  func moved(to state: FileState) -> IngestFile {
    IngestFile(id: id, name: name, state: state, version: version + 1)
  }
}

/// One transition of a file, as it was written into the log with the transition itself.
public struct Transition: Sendable, Equatable {
  /// Its place among those of all files, 1 or more.
  public let sequence: Int
  /// The id of the file.
  public let file: Int
  /// The state that the file left.
  public let from: FileState
  /// The state that the file came to.
  public let to: FileState
}
