// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

/// Reports that were changed, cut, or made up: they are refused, or all that is asked of them has an answer.
@Suite struct ReportFuzzTests {
  private static let names = [
    "irregularities", "merged", "arrivals", "phases", "watched", "segments", "run", "set-ups",
    "over time", "many operations",
  ]

  /// Small forms of those kinds.
  private func valid(_ seed: UInt64) throws -> [UInt8] {
    let name = Self.names[Int(seed) % Self.names.count]
    var report = try #require(LoadReport.ofEveryKind.first { $0.name == name })
    if seed.isMultiple(of: 2) { report = report.adding([.idleUsers(4, peak: 1)]) }
    return Array(try JSONEncoder().encode(report))
  }

  /// Asks a report for everything.
  private func ask(_ report: LoadReport) -> String {
    var answers = ["\(report)", "\(report.warnings)", "\(report.histogramLog(startTime: 0))"]
    answers += [
      report.errorRate, report.successRate, report.throughput?.perSecond,
      report.generator?.coresUsed, report.generator?.threadsReady,
      report.generator?.processorShare,
    ].map { "\($0 ?? -1)" }
    answers += [report.generator?.description, report.settling?.description].compactMap(\.self)
    answers.append("\(report.bottleneck?.description ?? "")")
    for operation in report.operations + [report.total] {
      answers += ["\(operation)", "\(operation.segments)", "\(operation.loadReport.count)"]
      answers.append("\(operation.otherShare ?? 0) \(operation.irregularities)")
      answers += operation.segments.map { "\($0.callsPerOperation)" }
      let usage = operation.usage
      answers.append("\(usage?.peakMemory?.description ?? "") \(usage?.failedOutputs ?? [])")
      answers += [usage?.userTime, usage?.systemTime, usage?.processorTime].map { "\($0 ?? .zero)" }
      for timeline in [operation.timeline, report.timeline] {
        answers.append("\(timeline?.intervals ?? [])")
      }
      let summaries = [
        operation.latency, operation.failedLatency, operation.serviceTime, operation.otherTime,
        report.generator?.lateness,
      ]
      for summary in summaries.compactMap(\.self) { answers.append(ask(summary)) }
    }
    for probe in report.probes {
      answers += [probe.min, probe.max, probe.mean, probe.slope, probe.share(above: 1)]
        .map { "\($0 ?? 0)" }
      answers.append("\(probe) \(probe.drained(to: 1) ?? .zero)")
    }
    return (answers + report.phases.map(ask)).joined()
  }

  private func ask(_ summary: Summary) -> String {
    """
    \(summary) \(summary.p90) \(summary.standardDeviation ?? .zero) \(summary.share(above: .seconds(1)))
    \(summary.first(3) ?? []) \(summary.last(3) ?? []) \(summary.degradation()?.share ?? 0)
    """
  }

  /// Reads a changed form, and asks it; what was read must read back as itself.
  private func check(_ bytes: [UInt8], _ comment: String) {
    do {
      let report = try JSONDecoder().decode(LoadReport.self, from: Data(bytes))
      #expect(!ask(report).isEmpty)
      let again = try JSONDecoder().decode(LoadReport.self, from: JSONEncoder().encode(report))
      #expect("\(again)" == "\(report)" && again.operations == report.operations, "\(comment)")
    } catch {
      #expect(error is DecodingError, "\(comment): \(error)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func changedBytesDoNotTrap(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let valid = try valid(seed)
    let letters = Array("0123456789-,:[]{}\"eNn \\u\u{0}ü".utf8)
    for round in 0..<(2_000_000 / valid.count).clamped(to: 8...150) {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = letters.randomElement(using: &generator) ?? 0
      }
      check(bytes, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func otherValuesDoNotTrap(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let valid = String(decoding: try valid(seed), as: UTF8.self)
    let values = [
      "0", "1", "-1", "2", "9223372036854775807", "-9223372036854775808", "9007199254740992",
      "9007199254740993", "18446744073709551615", "1e308", "1e999", "0.5", "null", "true",
      "\"nan\"", "\"inf\"", "\"\"", "[]", "{}", "[9,9]",
    ]
    let token = /[:,\[](-?\d[\d.e+-]*|true|false|"[^":]*")(?=[,}\]])/
    let places = valid.matches(of: token).map { $0.output.1.startIndex..<$0.output.1.endIndex }
    for round in 0..<(4_000_000 / valid.utf8.count).clamped(to: 8...200) {
      var text = valid
      // From the back, so that places before stay where they are.
      let chosen = (0..<Int.random(in: 1...2, using: &generator))
        .compactMap { _ in places.randomElement(using: &generator) }
      for place in Set(chosen).sorted(by: { $0.lowerBound > $1.lowerBound }) {
        let value = values.randomElement(using: &generator) ?? ""
        text.replaceSubrange(place, with: value)
      }
      check(Array(text.utf8), "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func cutFormsAreRefused(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let valid = try valid(seed)
    for length in (0..<20).map({ _ in Int.random(in: 0..<valid.count, using: &generator) }) {
      #expect(throws: DecodingError.self, "seed \(seed), \(length) bytes") {
        try JSONDecoder().decode(LoadReport.self, from: Data(valid.prefix(length)))
      }
    }
  }

  @Test(arguments: [9, 200, 1_000_000])
  func phasesWithinPhasesHaveAnEnd(depth: Int) {
    let level = #"{"schemaVersion":1,"name":"a","operations":[],"warnings":[],"phases":["#
    let text =
      String(repeating: level, count: depth)
      + #"{"schemaVersion":1,"name":"a","operations":[],"warnings":[]}"#
      + String(repeating: "]}", count: depth)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LoadReport.self, from: Data(text.utf8))
    }
  }

  /// A recording may have 2^53 clock steps; those of 1,100 operations come to more than 64 bits hold.
  @Test(arguments: [2, 1_100])
  func countsThatDoNotFitTogetherAreRefused(operations: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let report = LoadReport.fixture("step", latencies: [.milliseconds(1)])
    let text = String(decoding: try encoder.encode(report), as: UTF8.self)
    let one = try #require(text.firstMatch(of: /"operations":\[(.*)\],"peakInFlight"/)).output.1
    let (few, steps) = ("\"successes\":{\"buckets\":[],\"clockSteps\":", 1 << 53)
    let all = (0..<operations).map { number in
      one.replacing("\"step\"", with: "\"step \(number)\"")
        .replacing(few + "0", with: few + "\(steps)")
    }
    #expect(all[0].contains("\(steps)"))
    let many = text.replacingOccurrences(of: one, with: all.joined(separator: ","))
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LoadReport.self, from: Data(many.utf8))
    }
    #expect("\(try #require(error))".contains("the counts of all operations come to"))
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
