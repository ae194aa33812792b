// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation
import Testing

@testable import Ingest

@Suite struct IngestStoreTests {
  @Test func filesAreAddedUntracked() throws {
    let store = try IngestStore(.connectionPerWorker(workers: 2))
    defer { store.close() }
    let files = try store.add(["a", "b", "a"])
    #expect(files.map(\.id) == [1, 2, 3])
    #expect(files.map(\.name) == ["a", "b", "a"])
    #expect(files.allSatisfy { $0.state == .untracked && $0.version == 0 })
    #expect(try store.files() == files)
    #expect(try store.counts() == [.untracked: 3, .uploading: 0, .processing: 0, .indexed: 0])
    #expect(try store.transitions() == [])
    #expect(try store.filesNotProcessedOnce() == [1, 2, 3])
    #expect(throws: IngestError.unknownFile(4)) { try store.file(4) }
  }

  @Test func logHasEveryTransitionInItsOrder() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let files = try store.add(["a", "b"])
    let ingest = Ingest(store: store)
    let begun = try ingest.advance(files[0], to: .uploading)
    try ingest.process(files[1])
    _ = try ingest.advance(begun, to: .processing)
    #expect(
      try store.transitions().map { "\($0.file) \($0.from.rawValue) \($0.to.rawValue)" } == [
        "1 UNTRACKED UPLOADING", "2 UNTRACKED UPLOADING", "2 UPLOADING PROCESSING",
        "2 PROCESSING INDEXED", "1 UPLOADING PROCESSING",
      ]
    )
    #expect(try store.filesNotProcessedOnce() == [1])
  }

  @Test func doublesInTheLogAreFound() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    for file in try store.add(["a", "b"]) { try Ingest(store: store).process(file) }
    #expect(try store.filesNotProcessedOnce() == [])
    try Database(path: store.path).execute(
      "INSERT INTO transitions (file, source, target) VALUES (2, 'PROCESSING', 'INDEXED')"
    )
    #expect(try store.filesNotProcessedOnce() == [2])
  }

  @Test func resetAllowsAnotherRunOfTheSameFiles() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let files = try store.add(["a", "b"])
    let ingest = Ingest(store: store)
    for _ in 0..<2 {
      for file in files { try ingest.process(file) }
      #expect(try store.transitions().map(\.sequence) == Array(1...6))
      try store.reset()
      #expect(try store.files() == files)
      #expect(try store.transitions() == [])
    }
  }

  // MARK: - Locks

  @Test(arguments: IngestTests.connections)
  func lockThatIsNotFreeInTimeIsBusy(connections: IngestStore.Connections) throws {
    let limit = Duration.milliseconds(20)
    let store = try IngestStore(connections, lockLimit: limit)
    defer { store.close() }
    let file = try store.add(["a"])[0]
    let other = try Database(path: store.path)
    try other.begin()
    let recorder = Recorder()
    let busy = #expect(throws: IngestError.busy(limit: limit)) {
      try Ingest(store: store).process(file, timing: recorder)
    }
    #expect(busy?.description.hasPrefix("the database was not free within 0.02 seconds") == true)
    #expect(recorder.lines.last == "db_total/lock_wait")
    // Readers do not wait for a writer in WAL mode, and no connection is lost.
    #expect(try store.file(1) == file)
    try other.commit {}
    try Ingest(store: store).process(file)
    #expect(try store.filesNotProcessedOnce() == [])
  }

  @Test func sharedConnectionThatIsNotFreeInTimeIsBusy() throws {
    let limit = Duration.milliseconds(20)
    let store = try IngestStore(.sharedConnection, lockLimit: limit)
    defer { store.close() }
    let file = try store.add(["a"])[0]
    let lent = try store.pool.take(within: limit)
    #expect(throws: IngestError.busy(limit: limit)) { try Ingest(store: store).process(file) }
    store.pool.giveBack(lent)
    try Ingest(store: store).process(file)
  }

  @Test(arguments: [(IngestStore.Durability.system, 1), (.disk, 2)])
  func durabilityIsSQLites(durability: IngestStore.Durability, synchronous: Int) throws {
    let store = try IngestStore(.sharedConnection, durability: durability)
    defer { store.close() }
    let setting = try store.use { try $0.row("PRAGMA synchronous") { $0.integer(0) } }
    #expect(setting == synchronous)
  }

  // MARK: - Files

  @Test func temporaryDatabaseIsGoneAfterwards() throws {
    let store = try IngestStore(.connectionPerWorker(workers: 3))
    let folder = URL(fileURLWithPath: store.path).deletingLastPathComponent()
    let file = try store.add(["a"])[0]
    #expect(
      try names(in: folder) == ["ingest.sqlite", "ingest.sqlite-shm", "ingest.sqlite-wal"]
    )
    store.close()
    store.close()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    #expect(throws: IngestError.closed) { try Ingest(store: store).process(file) }
    #expect(throws: IngestError.closed) { try store.counts() }
  }

  @Test func storeThatIsForgottenLeavesNothing() throws {
    let path = try IngestStore(.sharedConnection).path
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func givenDatabaseStaysWithoutSideFiles() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("kept.sqlite").path
      let first = try IngestStore(at: path, .connectionPerWorker(workers: 4))
      let files = try first.add(["a", "b"])
      try Ingest(store: first).process(files[0])
      first.close()
      #expect(try names(in: folder) == ["kept.sqlite"])
      let second = try IngestStore(at: path, .sharedConnection)
      defer { second.close() }
      try Ingest(store: second).process(files[1])
      #expect(try second.filesNotProcessedOnce() == [])
    }
  }
}
