// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation

/// A batch pipeline: takes files from UNTRACKED over UPLOADING and PROCESSING to INDEXED.
///
/// It blocks the calling thread, and threads may process different files at once. Every
/// transition is an update under optimistic concurrency control, in a write transaction of its
/// own: a file that two threads process at once is indexed by one, and a conflict for the other.
///
///     let store = try IngestStore(.connectionPerWorker(workers: 10))
///     defer { store.close() }
///     let ingest = Ingest(store: store, uploads: .realistic())
///     for file in try store.add(["a.txt", "b.txt"]) { try ingest.process(file) }
///     try store.counts()[.indexed]  // 2
public struct Ingest: Sendable {
  /// Where the files and their states are.
  public let store: IngestStore
  /// How long uploads take.
  public let uploads: UploadProfile

  /// Makes a pipeline.
  ///
  /// - Parameters:
  ///   - store: Where the files and their states are.
  ///   - uploads: How long uploads take.
  public init(store: IngestStore, uploads: UploadProfile = .zero) {
    self.store = store
    self.uploads = uploads
  }

  /// Takes a file through all transitions.
  ///
  /// - Parameters:
  ///   - file: The file, UNTRACKED.
  ///   - timing: What is told where the time goes.
  /// - Returns: The file, INDEXED.
  /// - Throws: ``IngestError``: an illegal transition for a file that is not UNTRACKED, a conflict
  ///   when it is not any more, busy when the lock is not got in time, or what SQLite says.
  @discardableResult
  public func process(
    _ file: IngestFile,
    timing: some IngestTiming = Untimed()
  ) throws -> IngestFile {
    let begun = try advance(file, to: .uploading, timing: timing)
    timing.segment(IngestSegment.upload) { upload(file) }
    let sent = try advance(begun, to: .processing, timing: timing)
    return try advance(sent, to: .indexed, timing: timing)
  }

  /// Takes a file through one transition.
  ///
  /// - Parameters:
  ///   - file: The file as the caller knows it.
  ///   - state: The state that follows.
  ///   - timing: What is told where the time goes.
  /// - Returns: The file as it is now.
  /// - Throws: ``IngestError``.
  public func advance(
    _ file: IngestFile,
    to state: FileState,
    timing: some IngestTiming = Untimed()
  ) throws -> IngestFile {
    try timing.segment(IngestSegment.dispatch) {
      guard file.state.next == state else {
        throw IngestError.illegalTransition(file: file.id, from: file.state, to: state)
      }
    }
    let moved = try store.move(file, to: state, timing: timing)
    timing.count(IngestCounter.transitions)
    return moved
  }

  /// Stands for the upload API, which takes its time and always succeeds.
  private func upload(_ file: IngestFile) {
    let delay = uploads.delay(ofFile: file.id)
    if delay > .zero { Thread.sleep(forTimeInterval: delay / .seconds(1)) }
  }
}
