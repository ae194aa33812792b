// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation
import Ingest
import Testing

/// What a store says about files that it cannot work with.
@Suite struct UnusableDatabaseTests {
  @Test func missingFolder() throws {
    let path = "/nowhere/at/all/ingest.sqlite"
    let text = try refusal(of: path)
    #expect(
      text
        == "cannot use the database /nowhere/at/all/ingest.sqlite: unable to open database file "
        + "(SQLite code 14); give the path of a store, or of no file yet, in a folder that can "
        + "be written"
    )
  }

  @Test func folderInPlaceOfAFile() throws {
    try withTemporaryFolder { folder in
      let text = try refusal(of: folder.path)
      #expect(text.contains("unable to open database file"))
    }
  }

  @Test func fileThatIsNoDatabase() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("notes.txt")
      let content = Data(String(repeating: "no database ", count: 200).utf8)
      try content.write(to: file)
      let text = try refusal(of: file.path)
      #expect(text.contains(": file is not a database (SQLite code 26);"))
      let kept = try Data(contentsOf: file)
      #expect(kept == content)
    }
  }

  @Test func databaseOfAnotherProgram() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("other.sqlite").path
      try Database(path: path).execute("CREATE TABLE t (i INTEGER); PRAGMA user_version = 7")
      let text = try refusal(of: path)
      #expect(text.contains(": it has schema version 7 and 1 tables, not those of a store;"))
    }
  }

  @Test func databaseWithoutWAL() throws {
    let text = try refusal(of: ":memory:")
    #expect(text.contains(": its journal mode is memory, "))
  }

  @Test(.disabled(if: NSUserName() == "root", "root may write every file"))
  func fileThatCannotBeWritten() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("fixed.sqlite").path
      try IngestStore(at: path, .sharedConnection).close()
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let text = try refusal(of: path)
      #expect(text.contains(": it can be read, but not written;"))
    }
  }

  @Test func damageThatShowsLater() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("damaged.sqlite")
      let store = try IngestStore(at: file.path, .sharedConnection)
      let files = try store.add(["a"])
      store.close()
      // All but the first page, which has the header and the schema.
      var bytes = try Data(contentsOf: file)
      bytes.replaceSubrange(4096..., with: Data(repeating: 0xAA, count: bytes.count - 4096))
      try bytes.write(to: file)
      let damaged = try IngestStore(at: file.path, .sharedConnection)
      defer { damaged.close() }
      let malformed = IngestError.failed(code: 11, message: "database disk image is malformed")
      #expect(throws: malformed) { try damaged.files() }
      #expect(throws: malformed) { try Ingest(store: damaged).process(files[0]) }
    }
  }

  @Test func storeWithoutWorkersIsAMistake() async {
    await #expect(processExitsWith: .failure) {
      _ = try IngestStore(.connectionPerWorker(workers: 0))
    }
  }

  private func refusal(of path: String) throws -> String {
    let error = try #require(throws: IngestError.self) {
      try IngestStore(at: path, .connectionPerWorker(workers: 2))
    }
    guard case .unusable(path, _) = error else {
      Issue.record("not unusable: \(error)")
      return ""
    }
    return "\(error)"
  }
}
