// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ingest
import SLATesting
import Testing

extension BatchChecks {
  /// 818 files through the pipeline: how long they take, where the time goes, and what helps.
  @Suite(.serialized) struct IngestChecks {
    /// Uploads that take their time, a fiftieth of it so that a check takes seconds.
    private static let realistic = UploadProfile.realistic(scale: 0.02)

    /// The thresholds of the report: five minutes without uploads, six hours with them.
    private static func limits(_ uploads: UploadProfile) -> SLA {
      [
        .elapsed <= (uploads == .zero ? .seconds(300) : .seconds(21_600)), .errorRate <= 0,
        .throughput(of: IngestCounter.transitions) >= .perSecond(10),
      ]
    }

    @Test(arguments: [1, 10, 50], [UploadProfile.zero, realistic])
    func allFilesAreIndexedOnce(concurrency: Int, uploads: UploadProfile) async throws {
      let test = try IngestUnderTest(.connectionPerWorker(workers: concurrency), uploads: uploads)
      defer { test.ingest.store.close() }
      let name = "ingest \(uploads == .zero ? "zero" : "realistic")"
      let batch = try await test.batch(name, concurrency: concurrency).run()
      let report = batch.loadReport
      print(batch, report.table(Self.limits(uploads)), report.segmentTable, separator: "\n")
      expectSLA(batch, Self.limits(uploads))

      // The database says the same as the report, however much of the batch the environment asks for.
      let store = test.ingest.store
      #expect(try store.counts()[.indexed] == batch.successCount)
      #expect(try store.transitions().count == 3 * batch.successCount)
      #expect(report.counter(IngestCounter.transitions)?.count == 3 * batch.successCount)
      let untouched = try store.filesNotProcessedOnce().count
      #expect(untouched == batch.unprocessedCount && batch.itemCount == 818)
    }

    @Test func moreWorkersAreComparedInOneTable() async throws {
      let test = try IngestUnderTest(.connectionPerWorker(workers: 32), uploads: Self.realistic)
      defer { test.ingest.store.close() }
      let sweep = try await test.batch("ingest").sweep(concurrency: [2, 4, 8, 32], repeats: 3)
      print(sweep.table, sweep.findings.map(\.sentence).joined(separator: "\n"), separator: "\n")
      let choice = sweep.recommended(meeting: Self.limits(Self.realistic))
      print(choice)
      for run in sweep.steps.flatMap(\.runs) { expectSLA(run, Self.limits(Self.realistic)) }
      guard choice.isJudged else { return }
      // Most of the time is waiting for uploads, which eight workers do at once.
      let (two, eight) = (sweep.steps[0].throughput, sweep.steps[2].throughput)
      #expect(try #require(eight) > #require(two))
    }

    /// Whoever has just committed is ahead of those who pause until they try again: a few files wait very long.
    @Test func theBottleneckIsTheWaitForTheLock() async throws {
      var longest: [[Duration]] = [[], []]
      for round in 1...3 {
        let before = try await measure(.connectionPerWorker(workers: 10))
        let after = try await measure(.sharedConnection)
        let mitigation = after.loadReport.compared(to: before.loadReport)
        print("round \(round), before: a connection for each of 10 workers")
        print(before.loadReport.segmentTable)
        print("after: one connection for all", after.loadReport.segmentTable, separator: "\n")
        print(mitigation.table)
        try read(mitigation, of: before, after)

        guard before.successCount == before.itemCount else { return }
        let bottleneck = try #require(before.loadReport.bottleneck)
        print("bottleneck: \(bottleneck)")
        #expect(bottleneck.slowest?.segment == IngestSegment.lockWait)
        for (place, batch) in [before, after].enumerated() {
          longest[place].append(try lockWait(batch).max)
        }
      }
      // In line all wait about alike: that helps those who waited longest. It is not more throughput, nor a
      // lower median, which the tables show.
      let medians = longest.map { $0.sorted()[1] }
      print("longest wait for the lock, the middle of 3: \(medians[0]) before, \(medians[1]) after")
      #expect(medians[1] < medians[0])
    }

    /// Another program reads what was measured: the P95 of the wait before and after.
    private func read(
      _ mitigation: Mitigation,
      of before: BatchReport,
      _ after: BatchReport
    ) throws {
      let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(mitigation))
      let rows = try #require((json as? [String: Any])?["rows"] as? [[String: Any]])
      let row = try #require(rows.first { $0["segment"] as? String == IngestSegment.lockWait })
      let (then, now) = (try lockWait(before).p95, try lockWait(after).p95)
      #expect(row["beforeNanoseconds"] as? Int64 == Int64(then / .nanoseconds(1)))
      #expect(row["afterNanoseconds"] as? Int64 == Int64(now / .nanoseconds(1)))
    }

    private func lockWait(_ batch: BatchReport) throws -> Summary {
      try #require(batch.loadReport.operations[0].segment(IngestSegment.lockWait)?.time)
    }

    private func measure(_ connections: IngestStore.Connections) async throws -> BatchReport {
      let test = try IngestUnderTest(connections)
      defer { test.ingest.store.close() }
      let batch = try await test.batch("ingest", concurrency: 10).run()
      #expect(try test.ingest.store.counts()[.indexed] == batch.successCount)
      expectSLA(batch, Self.limits(.zero))
      return batch
    }
  }
}
