// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct BatchTestTests {
  private let seen = Shared<[Int: Int]>([:])

  /// Holds the thread for so many seconds.
  private func block(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }

  /// Counts that an item is tried.
  private func see(_ item: Int) { seen.change { $0[item, default: 0] += 1 } }

  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func eachItemIsProcessedExactlyOnce(execution: LoadExecution) async throws {
    let items = (0..<818).map { $0 * 7 }
    let batch = BatchTest("ingest", items, concurrency: 8, execution: execution) { item, context in
      #expect(item == context.iteration * 7)
      see(item)
    }
    let report = try await batch.run()
    #expect(seen.value == Dictionary(uniqueKeysWithValues: items.map { ($0, 1) }))
    #expect(report.itemCount == 818 && report.processedCount == 818 && report.successCount == 818)
    #expect(report.failures.isEmpty && report.unprocessedCount == 0)
    #expect(report.loadReport.name == "ingest" && report.loadReport.operations.count == 1)
    let load = execution == .blocking ? ", a thread each" : ""
    #expect(report.loadReport.load == "818 items, 8 at once" + load)
    #expect("\(report)" == "ingest: 818 items, 818 succeeded")
  }

  /// A sequence that can be read once.
  @Test func itemsCanBeAnySequence() async throws {
    var next = 0
    let items = AnyIterator<Int> {
      next += 1
      return next <= 3 ? next : nil
    }
    let report = try await BatchTest("ingest", items) { item, _ in see(item) }.run()
    #expect(seen.value == [1: 1, 2: 1, 3: 1] && report.itemCount == 3)
    let empty = try await BatchTest("ingest", [Int]()) { _, _ in }.run()
    #expect(empty.itemCount == 0 && empty.processedCount == 0 && empty.loadReport.latency == nil)
  }

  @Test func itemsThatFailAreListedByKind() async throws {
    let report = try await BatchTest("ingest", (0..<60).map { "file-\($0).txt" }, concurrency: 4) {
      _,
      context in
      if context.iteration.isMultiple(of: 4) { throw Fault(.init(.rejected, reason: "no room")) }
      if context.iteration == 33 { throw Fault(.throttled) }
    }.run()
    #expect(report.failureCount == 16 && report.successCount == 44)
    #expect(report.failures.map(\.count) == [15, 1])
    let rejected = try #require(report.failures.first)
    #expect(rejected.kind == FailureKind(.rejected, reason: "no room"))
    #expect(rejected.examples.map(\.place) == [0, 4, 8, 12, 16])
    #expect(rejected.examples[1].item == "file-4.txt" && rejected.examples[1].attempts == 1)
    #expect(
      report.loadReport.warnings.map { "\($0)" }.filter { $0.hasPrefix("items failed") } == [
        """
        items failed with rejected (no room): #0 "file-0.txt", #4 "file-4.txt", #8 "file-8.txt", \
        #12 "file-12.txt", #16 "file-16.txt", …
        """,
        "items failed with throttled: #33 \"file-33.txt\"",
      ]
    )
    #expect("\(report)" == "ingest: 60 items, 44 succeeded, 16 failed")
  }

  @Test func itemsAreTriedAgainUpToTheLimit() async throws {
    // The first never succeeds, the second at the third attempt, the third fails otherwise.
    let report = try await BatchTest(
      "ingest",
      0..<4,
      concurrency: 2,
      retry: .upTo(3, on: .throttled, backoff: .none)
    ) { item, _ in
      see(item)
      if item == 0 || item == 1 && seen.value[1] ?? 0 < 3 { throw Fault(.throttled) }
      if item == 2 { throw Fault(.rejected) }
    }.run()
    #expect(seen.value == [0: 4, 1: 3, 2: 1, 3: 1])
    #expect(report.count(of: .throttled) == 1 && report.count(of: .rejected) == 1)
    #expect(report.retries.limit == 3 && report.retries.itemCounts == [3: 1, 2: 1])
    #expect(report.retries.itemCount == 2 && report.retries.retryCount == 5)
    #expect(report.retries.exhaustedCount == 1 && report.processedCount == 4)
    let example = report.failures.first { $0.kind == .throttled }?.examples.first
    #expect(example?.place == 0 && example?.attempts == 4)
    let warning = Warning.retriedItems(report.retries)
    #expect(report.loadReport.warnings.contains(warning))
    #expect(
      "\(warning)" == """
        2 items were tried again, 5 times in all; 1 failed after the limit of 3; latencies have all attempts and \
        the waits between them
        """
    )
  }

  @Test func allFailuresButCancellationsAreTriedAgainUnlessSaid() async throws {
    let report = try await BatchTest("ingest", 0..<2, retry: .upTo(1, backoff: .none)) { item, _ in
      see(item)
      if item == 1 { throw CancellationError() }
      throw Fault(.serverError)
    }.run()
    #expect(seen.value == [0: 2, 1: 1] && report.failureCount == 2)
    #expect(report.retries.exhaustedCount == 1)
  }

  /// The limit is of an item with all its attempts, however long it would wait for the next one.
  ///
  /// On threads of their own: other tests may keep Swift's own busy for longer than the limit.
  @Test func theTimeoutIsOfAllAttempts() async throws {
    let retry = RetryPolicy.upTo(9, on: .throttled, backoff: .constant(.seconds(600)))
    let report = try await BatchTest(
      "ingest",
      0..<3,
      concurrency: 3,
      execution: .blocking,
      retry: retry
    ) { item, _ in
      see(item)
      if item == 1 { throw Fault(.throttled) }
    }.timeout(.seconds(2)).run()
    #expect(report.failures.map(\.kind.category) == [.timeout] && report.failureCount == 1)
    #expect(seen.value == [0: 1, 1: 1, 2: 1])
    #expect(report.failures.first?.examples.map(\.place) == [1])
  }

  @Test func waitsAreInTheLatencyOfTheItem() async throws {
    let retry = RetryPolicy.upTo(2, backoff: .constant(.milliseconds(20)))
    let report = try await BatchTest("ingest", 0..<1, retry: retry) { item, _ in
      see(item)
      if seen.value[0] ?? 0 < 3 { throw Fault(.throttled) }
    }.run()
    #expect(try #require(report.loadReport.latency).min >= .milliseconds(40))
  }

  @Test func cancellationProcessesNothingTwice() async throws {
    let batch = BatchTest("ingest", 0..<1_000, concurrency: 4, retry: .upTo(3)) { item, _ in
      see(item)
      try await Task.sleep(for: .milliseconds(5))
    }
    let task = Task { try await batch.run() }
    while seen.value.count < 20 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(seen.value.values.allSatisfy { $0 == 1 } && seen.value.count < 1_000)
  }

  @Test func whatWasLeftOutIsSaid() async throws {
    let report = try await BatchTest("ingest", 0..<500) { item, _ in see(item) }
      .load { $0.stopEarly { _ in true } }.run()
    #expect(report.unprocessedCount == 500 - seen.value.count && report.unprocessedCount > 0)
    #expect("\(report)".hasSuffix("\(report.unprocessedCount) not processed"))
    #expect(report.loadReport.generator?.isStoppedEarly == true)
    let warning = Warning.unprocessedItems(report.unprocessedCount, of: 500)
    #expect(report.loadReport.warnings.contains(warning) && warning.isInvalidLoad)
  }

  @Test func preparationsRunBeforeEachRunAndCountNothing() async throws {
    let batch = BatchTest("ingest", 0..<3) { item, _ in see(item) }
      .prepare { seen.change { $0 = [-1: 1] } }
    for _ in 0..<2 {
      #expect(try await batch.run().processedCount == 3)
      #expect(seen.value == [-1: 1, 0: 1, 1: 1, 2: 1])
    }
    seen.change { $0 = [:] }
    let failing = batch.prepare { throw Fault(.init("no database")) }
    await #expect(throws: Fault(.init("no database"))) { try await failing.run() }
    #expect(seen.value.isEmpty)
  }

  /// There are no more items than there are, however much longer loads are made.
  @Test(arguments: [("SLA_SCALE", "3", 40), ("SLA_SCALE", "0.1", 4), ("SLA_MODE", "smoke", 1)])
  func modesOfRunningAreHeeded(variable: String, value: String, count: Int) async throws {
    let batch = BatchTest("ingest", 0..<40, concurrency: 2) { item, _ in see(item) }
    let report = try await RunMode.$environment.withValue([variable: value]) {
      try await batch.run()
    }
    #expect(seen.value.count == count && seen.value.values.allSatisfy { $0 == 1 })
    #expect(report.unprocessedCount == 40 - count)
    let unprocessed = Warning.unprocessedItems(40 - count, of: 40)
    #expect(!report.loadReport.warnings.contains(unprocessed))
    if value == "0.1" {
      let texts = report.loadReport.warnings.map { "\($0)" }
      #expect(texts.contains { $0.contains("and is 40 items, 2 at once as written") })
    }
  }

  /// Items that hold their threads beyond the timeout: the next run must not meet them.
  @Test func itemsThatGoOnAfterTheirTimeoutAreWaitedFor() async throws {
    let batch = BatchTest("ingest", 0..<3, concurrency: 3, execution: .blocking) { item, _ in
      while !Task.isCancelled { block(0.001) }
      block(0.1)
      see(item)
    }.timeout(.milliseconds(500))
    let report = try await batch.run()
    #expect(report.failures.map(\.kind.category) == [.timeout] && report.failureCount == 3)
    #expect(seen.value.count == 3)
    let left = try await BatchTest("ingest", 0..<2, execution: .blocking) { _, _ in
      await neverEnding()
    }
    .timeout(.milliseconds(500)).load { $0.gracePeriod(.milliseconds(30)) }.run()
    #expect(left.loadReport.warnings.contains(.itemsAtWork(2)))
  }

  @Test func kindsWithoutEndAreCountedTogether() async throws {
    let report = try await BatchTest("ingest", 0..<100) { item, _ in
      throw Fault(.init("file \(item) is broken"))
    }.run()
    #expect(report.failures.count == 33 && report.failures.map(\.count).reduce(0, +) == 100)
    #expect(report.failures.first?.count == 68)
    let named = report.loadReport.warnings.filter { "\($0)".hasPrefix("items failed") }
    #expect(named.count == 5)
  }

  @Test func segmentsAndProbesAreThoseOfALoad() async throws {
    let report = try await BatchTest("ingest", 0..<10) { _, context in
      context.segment("db_total") {}
      context.count("transitions", by: 4)
    }.load { $0.probe("depth", every: .milliseconds(1)) { 1 }.seed(9) }.run()
    #expect(report.loadReport.segments.map(\.name) == ["db_total"])
    #expect(report.loadReport.counter("transitions")?.count == 40)
    #expect(report.loadReport.probe("depth")?.max == 1)
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = BatchTest("ingest", [1], concurrency: 0) { _, _ in }
    }
    await #expect(processExitsWith: .failure) {
      _ = try await BatchTest("ingest", [1]) { _, _ in }.load { $0.warmUp(requests: 1) }.run()
    }
    await #expect(processExitsWith: .failure) {
      _ = try await BatchTest("ingest", [1]) { _, _ in }
        .load { _ in LoadTest("other", .users(1, requests: 9)) { _ in } }.run()
    }
  }
}

extension BatchReport {
  fileprivate func count(of kind: FailureKind) -> Int {
    failures.filter { $0.kind == kind }.map(\.count).reduce(0, +)
  }
}

/// A failure of a kind.
private struct Fault: Error, Equatable, FailureKindConvertible {
  let failureKind: FailureKind

  init(_ kind: FailureKind) {
    failureKind = kind
  }
}
