// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct QuantityValueTests {
  private let all: [Quantity] = [
    .percentile(0.95), .latency(.mean), .latency(.max), .errorRate, .successRate,
    .throughput(withFailures: false),
  ]

  private func value(
    _ quantity: Quantity,
    of report: LoadReport,
    for relation: Relation = .lessOrEqual
  ) throws(Indecision) -> MetricValue {
    try quantity.value(of: Population(report.total, nil), for: relation)
  }

  @Test func figuresOfARun() throws {
    let report = LoadReport.fixture(
      latencies: LoadReport.ramp(20),
      failures: ["status 503": 5],
      elapsed: .seconds(2)
    )
    // 20 successes of 1…20 ms, 5 failures, in 2 s.
    let expected: [MetricValue] = [
      .duration(.milliseconds(19)), .duration(.microseconds(10_500)), .duration(.milliseconds(20)),
      .share(0.2), .share(0.8), .rate(.perSecond(10)),
    ]
    #expect(try all.map { try value($0, of: report) } == expected)
    #expect(try value(.latency(.min), of: report) == .duration(.milliseconds(1)))
    // √((20² − 1) / 12 · 20 / 19) ms = √35 ms.
    #expect(
      try value(.latency(.standardDeviation), of: report) == .duration(.nanoseconds(5_916_080))
    )
    #expect(try value(.count, of: report) == .count(25))
    #expect(try value(.throughput(withFailures: true), of: report) == .rate(.perSecond(12.5)))
    #expect(try value(.failureRate(.reason("status 503")), of: report) == .share(0.2))
    #expect(try value(.failures(.category(.other)), of: report) == .count(5))
    #expect(try value(.failures(.category(.throttled)), of: report) == .count(0))
    // 10 of 25 within 10 ms: failures are not.
    #expect(try value(.shareWithin(.milliseconds(10)), of: report) == .share(0.4))
  }

  @Test func nothingMeasuredHasNoFigureAtAll() {
    for quantity in all + [.count, .shareWithin(.seconds(1)), .failures(.category(.timeout))] {
      #expect(throws: Indecision.nothingMeasured) { try value(quantity, of: .fixture()) }
    }
  }

  @Test func fastFailuresAreNoLatency() throws {
    let report = LoadReport.fixture(failures: ["status 503": 5])
    for statistic in [LatencyStatistic.percentile(0.5), .min, .mean, .max, .standardDeviation] {
      #expect(throws: Indecision.nothingSucceeded(failed: 5)) {
        try value(.latency(statistic), of: report)
      }
    }
    #expect(try value(.errorRate, of: report) == .share(1))
    #expect(try value(.successRate, of: report) == .share(0))
    #expect(try value(.throughput(withFailures: false), of: report) == .rate(.perSecond(0)))
    #expect(try value(.shareWithin(.seconds(1)), of: report) == .share(0))
  }

  @Test func ratesNeedATime() {
    let throughput = Quantity.throughput(withFailures: false)
    let standing = LoadReport.fixture(latencies: LoadReport.ramp(3), elapsed: .zero)
    #expect(throws: Indecision.noTimeElapsed) { try value(throughput, of: standing) }
    let untimed = LoadReport.fixture(latencies: LoadReport.ramp(3), elapsed: nil)
    #expect(throws: Indecision.timesUnknown) { try value(throughput, of: untimed) }
  }

  @Test func negativeDurationsAreNeitherLatencyNorThroughput() throws {
    let report = LoadReport.fixture(latencies: [.milliseconds(-1), .milliseconds(-2)])
    for quantity in all where !quantity.limitsFailures {
      #expect(throws: Indecision.nothingMeasurable(2)) { try value(quantity, of: report) }
    }
    #expect(try value(.errorRate, of: report) == .share(0))
    #expect(try value(.shareWithin(.seconds(1)), of: report) == .share(0))
  }

  /// 8,000 of exactly 300 ms and 1,000 of 400 ms: the median is known to lie in a bucket only.
  @Test func inexactFiguresAreReadAgainstTheirLimit() throws {
    let latencies =
      Array(repeating: Duration.milliseconds(300), count: 8_000)
      + Array(repeating: .milliseconds(400), count: 1_000)
    // The minimum bounds the lowest bucket: a shorter one moves it away.
    let report = LoadReport.fixture(latencies: latencies + [.milliseconds(1)])
    let median = Quantity.percentile(0.5)
    let upper = try #require(try value(median, of: report).duration)
    let lower = try #require(try value(median, of: report, for: .greaterOrEqual).duration)
    #expect(lower <= .milliseconds(300) && .milliseconds(300) < upper)
    #expect((upper - lower) * 1_000 <= lower)
    // Those of 300 ms may or may not be within 300 ms.
    let within = Quantity.shareWithin(.milliseconds(300))
    let least = try #require(try value(within, of: report, for: .greaterOrEqual).share)
    let most = try #require(try value(within, of: report, for: .lessOrEqual).share)
    #expect(least == 1 / 9_001.0 && most == 8_001 / 9_001.0)
  }

  @Test func degradationComparesTheEnds() throws {
    // The mean of 1…10 ms is 5.5 ms, and that of 31…40 ms 35.5 ms: 30 / 5.5 more.
    let report = LoadReport.timed(latencies: LoadReport.ramp(40))
    let degradation = Quantity.degradation(first: 10, last: 10)
    let share = try #require(try value(degradation, of: report).share)
    #expect(abs(share - 30 / 5.5) < 1e-12)
    #expect(throws: Indecision.tooFewSamples(40, needed: 41)) {
      try value(.degradation(first: 21, last: 20), of: report)
    }
    let unordered = LoadReport.fixture(latencies: LoadReport.ramp(10_000))
    #expect(throws: Indecision.orderUnknown) {
      try value(.degradation(first: 1_000, last: 10), of: unordered)
    }
  }

  @Test func oneSampleHasNoDeviation() {
    #expect(throws: Indecision.tooFewSamples(1, needed: 2)) {
      try value(.latency(.standardDeviation), of: .fixture(latencies: LoadReport.ramp(1)))
    }
  }

  // MARK: - Not of operations

  private func read(
    _ quantity: Quantity,
    _ report: LoadReport,
    _ limit: MetricValue = .number(0)
  ) throws(Indecision) -> MetricValue? {
    try quantity.value(in: report, for: .lessOrEqual, limit)
  }

  @Test func probesAreReadByTheirStatistic() throws {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(3)).probed(
      "pending",
      [0: 1, 500: 2, 1_000: 3, 1_200: 0],
      loadEnd: 1_000
    )
    let values = try ProbeStatistic.allCases.map { try read(.probe("pending", $0), report) }
    #expect(values == [.number(3), .number(2), .number(0), .slope(2)])
    #expect(throws: Indecision.noSuchProbe("pendin", known: ["pending"])) {
      try read(.probe("pendin", .peak), report)
    }
    let empty = report.probed("empty", [:], loadEnd: 1_000)
    #expect(throws: Indecision.noReadings("empty")) { try read(.probe("empty", .peak), empty) }
  }

  @Test func drainIsJudgedOnlyAsFarAsItWasWatched() throws {
    let limit = MetricValue.duration(.seconds(1))
    let drain = Quantity.drain("pending", to: 0)
    let loaded = LoadReport.fixture(latencies: LoadReport.ramp(3))
    let drained = loaded.probed("pending", [0: 2, 990: 2, 1_100: 1, 1_300: 0], loadEnd: 1_000)
    #expect(try read(drain, drained, limit) == .duration(.milliseconds(300)))
    let full = loaded.probed("pending", [0: 2, 1_100: 1, 2_100: 1], loadEnd: 1_000)
    #expect(try read(drain, full, limit) == nil)
    let short = loaded.probed("pending", [0: 2, 1_100: 1, 1_900: 1], loadEnd: 1_000)
    #expect(throws: Indecision.notWatched("pending", for: .milliseconds(900))) {
      try read(drain, short, limit)
    }
    let blind = loaded.probed("pending", [0: 2], loadEnd: 1_000)
    #expect(throws: Indecision.noReadings("pending")) { try read(drain, blind, limit) }
  }

  @Test func phasesAreComparedByTheRise() throws {
    let report = LoadReport.fixture(latencies: LoadReport.ramp(30)).phased([
      .fixture("steady", latencies: Array(repeating: .milliseconds(10), count: 20)),
      .fixture("recovery", latencies: Array(repeating: .milliseconds(12), count: 5)),
    ])
    let change = Quantity.change(.percentile(0.5), from: "steady", to: "recovery")
    let share = try #require(try read(change, report)?.share)
    #expect(abs(share - 0.2) < 1e-12)
    #expect(throws: Indecision.noSuchPhase("calm", known: ["steady", "recovery"])) {
      try read(.change(.mean, from: "calm", to: "recovery"), report)
    }
  }
}
