// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Ingest
import Testing

@Suite struct IngestTests {
  static let connections: [IngestStore.Connections] = [
    .connectionPerWorker(workers: 10), .sharedConnection,
  ]

  @Test func tellsWhatItSpendsItsTimeOn() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let recorder = Recorder()
    let file = try Ingest(store: store).process(try store.add(["a"])[0], timing: recorder)
    let transition = [
      "fsm_dispatch", "db_total", "db_total/lock_wait", "db_total/db_write", "+ transitions",
    ]
    #expect(recorder.lines == transition + ["upload"] + transition + transition)
    #expect(file.state == .indexed && file.version == 3)
  }

  @Test(arguments: connections)
  func everyFileIsProcessedExactlyOnce(connections: IngestStore.Connections) throws {
    let store = try IngestStore(connections)
    defer { store.close() }
    let files = try store.add((1...200).map { "file \($0)" })
    let ingest = Ingest(store: store)
    #expect(Workers.drain(files, on: 10) { try ingest.process($0) } == [])
    #expect(
      try store.counts() == [.untracked: 0, .uploading: 0, .processing: 0, .indexed: 200]
    )
    #expect(try store.filesNotProcessedOnce() == [])
    // 3 for each file; adding a file is no transition.
    #expect(try store.transitions().map(\.sequence) == Array(1...600))
  }

  @Test(arguments: connections)
  func oneOfManyWorkersWinsAFile(connections: IngestStore.Connections) throws {
    let store = try IngestStore(connections)
    defer { store.close() }
    let file = try store.add(["a"])[0]
    let ingest = Ingest(store: store)
    let errors = Workers.drain(Array(repeating: file, count: 10), on: 10) { try ingest.process($0) }
    #expect(errors.count == 9)
    let loss = "not UNTRACKED in version 0: another worker moved it"
    #expect(errors.allSatisfy { $0.hasSuffix(loss) }, "\(errors)")
    #expect(try store.filesNotProcessedOnce() == [])
    #expect(try store.transitions().count == 3)
  }

  @Test func fileThatIsIndexedIsNotProcessedAgain() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let ingest = Ingest(store: store)
    let untracked = try store.add(["a"])[0]
    let indexed = try ingest.process(untracked)
    // Known to be INDEXED: the state machine refuses.
    let refusal = #expect(throws: IngestError.self) { try ingest.process(indexed) }
    #expect(
      refusal?.description
        == "file 1 cannot go from INDEXED to UPLOADING; it has been processed already"
    )
    // Taken for UNTRACKED: the database refuses.
    let conflict = #expect(throws: IngestError.conflict(expected: untracked, found: indexed)) {
      try ingest.process(untracked)
    }
    #expect(
      conflict?.description
        == "file 1 is INDEXED in version 3, not UNTRACKED in version 0: another worker moved it"
    )
    #expect(try store.filesNotProcessedOnce() == [])
  }

  @Test func fileThatChangedUnderWayIsAConflict() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let ingest = Ingest(store: store)
    let file = try store.add(["a"])[0]
    let uploading = try ingest.advance(file, to: .uploading)
    // Same state, another version: only the version tells.
    let other = try Database(path: store.path)
    #expect(try other.update("UPDATE files SET version = 7", []) == 1)
    let found = try store.file(file.id)
    let recorder = Recorder()
    #expect(throws: IngestError.conflict(expected: uploading, found: found)) {
      try ingest.advance(uploading, to: .processing, timing: recorder)
    }
    #expect(!recorder.lines.contains("+ transitions"))
    #expect(try store.file(file.id) == found)
    #expect(try store.filesNotProcessedOnce() == [1])
    #expect(try ingest.advance(found, to: .processing).version == 8)
  }

  @Test func transitionIsUndoneWhenItsLogCannotBeWritten() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let file = try store.add(["a"])[0]
    try Database(path: store.path).execute("DROP TABLE transitions")
    let message = "no such table: transitions"
    #expect(throws: IngestError.failed(code: 1, message: message)) {
      try Ingest(store: store).process(file)
    }
    #expect(try store.file(file.id) == file)
  }

  @Test func uploadTakesItsTime() throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let file = try store.add(["a"])[0]
    let uploads = UploadProfile.realistic(scale: 0.05)
    let time = try ContinuousClock().measure {
      try Ingest(store: store, uploads: uploads).process(file)
    }
    #expect(time >= uploads.delay(ofFile: file.id))
  }
}
