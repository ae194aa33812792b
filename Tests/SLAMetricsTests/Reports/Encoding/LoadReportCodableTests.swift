// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct LoadReportCodableTests {
  private func encoded(_ report: LoadReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }

  private func decoded(_ text: String) throws -> LoadReport {
    try JSONDecoder().decode(LoadReport.self, from: Data(text.utf8))
  }

  @Test(arguments: LoadReport.ofEveryKind)
  func reportsReadBackWithoutLoss(report: LoadReport) throws {
    let text = try encoded(report)
    let read = try decoded(text)
    #expect(read == report)
    #expect(try encoded(read) == text, "the same report has the same bytes")
    // What a comparison leaves out, or says of other values only.
    #expect("\(read)" == "\(report)")
    #expect(read.warnings.map(\.description) == report.warnings.map(\.description))
    #expect(read.operations == report.operations && read.segments == report.segments)
    #expect(read.bottleneck == report.bottleneck)
    #expect(read.latency?.series == report.latency?.series)
    let (late, again) = (report.generator?.lateness, read.generator?.lateness)
    #expect(again?.series == late?.series && again?.first(9) == late?.first(9))
    #expect(again?.last(9) == late?.last(9) && again?.standardDeviation == late?.standardDeviation)
  }

  @Test func recordersReadBack() throws {
    let recorder = LatencyRecorder("GET /health")
    recorder.record(.milliseconds(2))
    recorder.record(.timeout, after: .seconds(5))
    let report = recorder.loadReport
    #expect(try decoded(encoded(report)) == report)
  }

  /// A total that follows from the operations is not written; one that does not is.
  @Test func totalIsThereOnlyWhereItDoesNotFollow() throws {
    let withTotal = try LoadReport.ofEveryKind.filter { try encoded($0).contains("\"total\":") }
    #expect(withTotal.map(\.name) == ["set-ups", "log in"])
  }

  /// Of an operation that is of the load and of set-ups: 10 succeeded in all, 5 of them in the total, and 1 failed.
  @Test(arguments: [
    (11, 1, "the total has 12 operations, 1 failed; the operations have 11, 1 failed"),
    (5, 2, "the total has 7 operations, 2 failed; the operations have 11, 1 failed"),
  ])
  func totalAgreesWithTheOperations(successes: Int, failures: Int, message: String) throws {
    func object(_ report: LoadReport) throws -> [String: Any] {
      let object = try JSONSerialization.jsonObject(with: Data(encoded(report).utf8))
      return try #require(object as? [String: Any])
    }
    let other = LoadReport.fixture(
      latencies: LoadReport.ramp(successes),
      failures: ["x": failures]
    )
    let operations = try #require(try object(other)["operations"] as? [[String: Any]])
    let report = try #require(
      LoadReport.ofEveryKind.first { try encoded($0).contains("\"total\"") }
    )
    var changed = try object(report)
    changed["total"] = operations[0]
    let data = try JSONSerialization.data(withJSONObject: changed)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LoadReport.self, from: data)
    }
    #expect("\(try #require(error))".contains(message), "\(error.map { "\($0)" } ?? "")")
  }

  /// A sample of segments goes on as if it had not been written down.
  @Test func sampleOfManyOperationsMergesLikeTheFirst() throws {
    let report = try #require(LoadReport.ofEveryKind.first { $0.name == "segments" })
    var merged = [report, try decoded(encoded(report))].map { $0.operations[0].segmentRecording }
    let other = report.operations[1].segmentRecording
    for index in merged.indices { merged[index].merge(other) }
    #expect(merged[0] == merged[1])
  }

  /// Other programs need neither histograms nor arithmetic.
  @Test func figuresStandThereInNanoseconds() throws {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(99), failures: ["status 500": 1])
    let text = try encoded(report)
    #expect(text.contains("\"load\":\"16 users, 240 requests\",\"name\":\"GET /health\""))
    #expect(text.contains("\"elapsedNanoseconds\":1000000000"))
    let figures = """
      "figures":{"count":100,"errorRate":0.01,"failureCount":1,\
      "failures":[{"category":"other","count":1,"reason":"status 500"}],\
      "maxNanoseconds":99000000,"meanNanoseconds":50000000,"p50Nanoseconds":50000000,\
      "p95Nanoseconds":95000000,"p99Nanoseconds":99000000,"throughputPerSecond":99}
      """
    // Of the operation, and of the whole.
    #expect(text.components(separatedBy: figures).count == 3)
    #expect(try encoded(.fixture()).contains("\"figures\":{\"count\":0,\"failureCount\":0,"))
  }

  /// Figures follow from the rest, so that nobody can contradict it by them.
  @Test func figuresAndTextsAreNotReadBack() throws {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(20), warnings: [.smokeRun])
    let text = try encoded(report).replacing("\"p95Nanoseconds\":19000000", with: "\"p95\":1")
      .replacing("\"text\":\"SLA_MODE", with: "\"text\":\"")
    #expect(try text != encoded(report) && decoded(text) == report)
  }

  /// What is said of reports in which one thing was changed.
  @Test(
    arguments: [
      (
        "set-ups", "\"schemaVersion\":1,\"warn", "\"schemaVersion\":2,\"warn",
        "the schema version is 2"
      ),
      ("set-ups", "\"schemaVersion\":1,\"warn", "\"version\":1,\"warn", "schemaVersion"),
      (
        "set-ups", "\"elapsedNanoseconds\":1000000000", "\"elapsedNanoseconds\":-1",
        "a duration must not be negative (was -1 ns)"
      ),
      ("set-ups", "\"peakInFlight\":5", "\"peakInFlight\":-5", "a count must be in 0..."),
      ("set-ups", "\"peakInFlight\":5", "\"peakInFlight\":\"five\"", "peakInFlight"),
      ("set-ups", "\"log in\"", "\"search\"", "\"search\" is there twice, once as a set-up"),
      (
        "over time", "\"timeline\":", "\"time\":",
        "\"step 0\" has the timeline of the whole, and there is none"
      ),
      ("arrivals", "\"cores\":2", "\"cores\":0", "a process has at least 1 core (was 0)"),
      (
        "arrivals", "\"busiestThreadShare\":0.1", "\"busiestThreadShare\":1.1",
        "a share must be in 0...1 (was 1.1)"
      ),
      (
        "arrivals", "\"askedPerSecond\":1000", "\"askedPerSecond\":\"inf\"",
        "a rate must be a finite number in 0... (was inf)"
      ),
      (
        "watched", "\"confidence\":0.95", "\"confidence\":1",
        "a confidence must be in 0..<1 (was 1.0)"
      ),
      ("watched", "\"limit\":10000", "\"limit\":-1", "a number must not be negative (was -1)"),
      ("watched", "\"limitNanoseconds\":8200000", "\"limitNanoseconds\":1e30", "dataCorrupted"),
      (
        "watched", "\"timeNanoseconds\":-10000000", "\"timeNanoseconds\":20000000",
        "the readings are not in the order of time"
      ),
      ("watched", "\"value\":1.5", "\"value\":\"Inf\"", "\"Inf\" is no number; the texts for"),
      (
        "segments", "\"ceiling\":", "\"ceiling\":1,\"was\":",
        "a key is not below the ceiling 1"
      ),
      (
        "segments", "\"selfNanoseconds\":[900,0,7]", "\"selfNanoseconds\":[1,1,1,1]",
        "an operation has the times of 4 segments; there are 3"
      ),
      (
        "segments", "\"selfNanoseconds\":[900,0,7]",
        "\"selfNanoseconds\":[9223372036854775807]", "a self time is longer than 73 years"
      ),
      (
        "run", "\"peakMemorySeenBytes\":9000000", "\"peakMemorySeenBytes\":9000001",
        "more memory was seen than there can have been"
      ),
      (
        "run", "\"largestOutputBytes\":10", "\"largestOutputBytes\":9",
        "the smallest output and the largest contradict each other"
      ),
      (
        "failing", "\"category\":\"other\",\"lines\"", "\"category\":\"others\",\"lines\"",
        "no failure category \"others\"; there are throttled, rejected,"
      ),
    ] as [(String, String, String, String)]
  )
  func whatContradictsItselfIsRefused(
    name: String,
    text: String,
    change: String,
    message: String
  ) throws {
    let report = try #require(LoadReport.ofEveryKind.first { $0.name == name })
    var json = try encoded(report)
    let place = try #require(json.range(of: text), "\(text) is not in the text")
    json.replaceSubrange(place, with: change)
    let error = #expect(throws: DecodingError.self) { try decoded(json) }
    #expect("\(try #require(error))".contains(message), "\(error.map { "\($0)" } ?? "")")
  }

  /// Other programs need no histograms to see where the time went.
  @Test func segmentsHaveFigures() throws {
    let report = LoadReport.segmented([("store", LoadReport.ramp(100)), ("retry", [])])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(report), as: UTF8.self)
    #expect(
      text.contains(
        """
        "segments":[{"callCount":100,"name":"store","p95Share":1,"runCount":100,"selfShare":1,"selfTime":\
        {"maxNanoseconds":100000000,"meanNanoseconds":50500000,"p50Nanoseconds":50000000,\
        "p95Nanoseconds":95000000,"p99Nanoseconds":99000000},"share":1,"time":\
        {"maxNanoseconds":100000000,"meanNanoseconds":50500000,"p50Nanoseconds":50000000,\
        "p95Nanoseconds":95000000,"p99Nanoseconds":99000000}},\
        {"callCount":0,"name":"retry","p95Share":0,"runCount":0,"selfShare":0,"share":0}]
        """
      ),
      "\(text)"
    )
  }
}
