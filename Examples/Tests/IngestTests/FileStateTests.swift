// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Ingest
import Testing

@Suite struct FileStateTests {
  @Test func everyStateHasOneSuccessorAndTheLastNone() {
    #expect(FileState.allCases.map(\.next) == [.uploading, .processing, .indexed, nil])
  }

  @Test(arguments: FileState.allCases, FileState.allCases)
  func onlyTheSuccessorIsALegalTransition(from: FileState, to: FileState) throws {
    let store = try IngestStore(.sharedConnection)
    defer { store.close() }
    let ingest = Ingest(store: store)
    var file = try store.add(["a"])[0]
    while file.state != from, let next = file.state.next {
      file = try ingest.advance(file, to: next)
    }
    if from.next == to {
      let moved = try ingest.advance(file, to: to)
      #expect(moved.state == to && moved.version == file.version + 1)
      #expect(try store.file(file.id) == moved)
    } else {
      #expect(throws: IngestError.illegalTransition(file: 1, from: from, to: to)) {
        try ingest.advance(file, to: to)
      }
      #expect(try store.file(file.id) == file)
    }
  }
}
