// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Ingest
import SLATesting

/// The pipeline that the checks test, with a store of its own.
struct IngestUnderTest {
  /// As many files as the pipeline of the report had.
  static let fileCount = 818

  let ingest: Ingest
  let files: [IngestFile]

  /// Makes a store with files that nobody has processed.
  init(
    _ connections: IngestStore.Connections,
    _ durability: IngestStore.Durability = .system,
    uploads: UploadProfile = .zero
  ) throws {
    let store = try IngestStore(connections, durability: durability)
    ingest = Ingest(store: store, uploads: uploads)
    files = try store.add((0..<Self.fileCount).map { "file-\($0).txt" })
  }

  /// The batch of all files; each run begins with none of them processed.
  func batch(_ name: String, concurrency: Int = 1) -> BatchTest<IngestFile> {
    BatchTest(name, files, concurrency: concurrency, execution: .blocking) {
      [ingest] file, context in
      try ingest.process(file, timing: Timing(context: context))
    }
    .prepare { [store = ingest.store] in try store.reset() }
  }

  /// Hands on to the load test what the pipeline says of itself.
  private struct Timing: IngestTiming {
    let context: LoadContext

    func segment<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
      try context.segment(name, work)
    }

    func count(_ name: String) { context.count(name) }
  }
}
