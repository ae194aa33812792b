// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct RequirementParserQuantityTests {
  @Test(arguments: [
    ("p50 < 1 s", Metric.p50 < .seconds(1)), ("p99.9 < 1 s", Metric.p999 < .seconds(1)),
    ("p0 < 1 s", Metric.percentile(0) < .seconds(1)),
    ("p100 < 1 s", Metric.percentile(1) < .seconds(1)),
    ("p099.90 < 1 s", Metric.p999 < .seconds(1)),
    ("min < 1 s", Metric.min < .seconds(1)), ("mean < 1 s", Metric.mean < .seconds(1)),
    ("max < 1 s", Metric.max < .seconds(1)),
    ("standard deviation < 1 s", Metric.standardDeviation < .seconds(1)),
    ("error rate < 1 %", Metric.errorRate < 0.01),
    ("success rate < 1 %", Metric.successRate < 0.01),
    ("throttled rate < 1 %", Metric.failureRate(.throttled) < 0.01),
    ("server error rate < 1 %", Metric.failureRate(.serverError) < 0.01),
    ("\"status 503\" rate < 1 %", Metric.failureRate(reason: "status 503") < 0.01),
    ("invalid result failures < 1", Metric.failures(.invalidResult) < 1),
    ("\"queue full\" failures < 1", Metric.failures(reason: "queue full") < 1),
    ("share within 300 ms > 90 %", Metric.shareWithin(.milliseconds(300)) > 0.9),
    ("cpu time <= 50 ms", Metric.cpu <= .milliseconds(50)),
    ("memory peak <= 64 MB", Metric.peakMemory <= .megabytes(64)),
    ("output size >= 1 B", Metric.outputSize >= .bytes(1)),
    ("cpu time of \"cpu\" < 1 s", (Metric.cpu < .seconds(1)).on("cpu")),
    ("peak memory < 5", Metric.peak("memory") < 5),
    ("degradation first 5 last 20 < 10 %", Metric.degradation(first: 5, last: 20) < 0.1),
    ("count > 5", Metric.count > 5), ("throughput > 5 /s", Metric.throughput > .perSecond(5)),
    ("throughput with failures > 5 /s", Metric.throughput(withFailures: true) > .perSecond(5)),
    ("peak depth < 5", Metric.peak("depth") < 5), ("mean depth < 5", Metric.mean(of: "depth") < 5),
    ("mean \"in\" < 5", Metric.mean(of: "in") < 5), ("last last < 5", Metric.last(of: "last") < 5),
    ("mean of depth < 5 s", (Metric.mean < .seconds(5)).on("depth")),
    ("slope rss < 5 /s", Metric.slope(of: "rss") < 5),
    ("drain depth to 0 <= 5 s", .drained("depth", within: .seconds(5))),
    ("drain depth to -1.5 <= 5 s", .drained("depth", to: -1.5, within: .seconds(5))),
    (
      "mean change from phase a to phase \"b c\" <= -5 %",
      .recovered("b c", within: .percent(-5), of: "a", by: .mean)
    ),
  ])
  func quantitiesAreRead(text: String, expected: Requirement) throws {
    #expect(try Requirement(parsing: text) == expected)
  }

  @Test(arguments: [
    ("7 ns", Duration.nanoseconds(7)), ("7 µs", .microseconds(7)), ("7 μs", .microseconds(7)),
    ("7 us", .microseconds(7)), ("7 ms", .milliseconds(7)), ("7 s", .seconds(7)),
    ("7 min", .seconds(420)), ("1200ms", .milliseconds(1_200)), ("8.2 ms", .microseconds(8_200)),
    ("0.5min", .seconds(30)), ("1e3 ms", .seconds(1)), ("1.5e-3 s", .microseconds(1_500)),
    ("+5 s", .seconds(5)), ("0 s", .zero), ("0.4 ns", .zero),
    ("9223372036854775807 ns", .nanoseconds(Int64.max)),
  ])
  func timesAreRead(text: String, expected: Duration) throws {
    #expect(try Requirement(parsing: "p95 <= \(text)") == (Metric.p95 <= expected))
    #expect(
      try Requirement(parsing: "share within \(text) < 5 %")
        == (Metric.shareWithin(expected) < 0.05)
    )
  }

  @Test(
    arguments: [
      ("10%", 0.1), ("10 %", 0.1), ("0.07 %", 0.0007), ("1e1 %", 0.1), ("1e-3 %", 1e-5),
      ("100 %", 1),
      ("0 %", 0),
    ] as [(String, Double)]
  )
  func sharesAreRead(text: String, expected: Double) throws {
    #expect(try Requirement(parsing: "error rate <\(text)") == (Metric.errorRate < expected))
  }

  @Test(
    arguments: [
      ("90 /s", 90), ("90/s", 90), ("30 /min", 0.5), ("0.5/min", 0.5 / 60), ("1e3 /s", 1_000),
    ] as [(String, Double)]
  )
  func ratesAreRead(text: String, expected: Double) throws {
    let requirement = try Requirement(parsing: "throughput > \(text)")
    #expect(requirement == (Metric.throughput > .perSecond(expected)))
  }

  @Test(arguments: [("-5", -5), ("1e+21", 1e21), ("0.25", 0.25)] as [(String, Double)])
  func readingsAreRead(text: String, expected: Double) throws {
    #expect(try Requirement(parsing: "peak x >= \(text)") == (Metric.peak("x") >= expected))
    #expect(try Requirement(parsing: "slope x > \(text) /s") == (Metric.slope(of: "x") > expected))
  }

  @Test(arguments: [
    """
    line 1, column 1: found "latency"; there could stand: p50, p95, p99.9, min, mean, max, \
    standard deviation, error rate, success rate, throttled rate, throttled failures, \
    "status 503" rate, "status 503" failures, count, throughput, throughput with failures, \
    degradation first 10 last 10, share within 300 ms, cpu time, memory peak, output size, \
    elapsed, counter NAME, counter NAME rate, \
    peak PROBE, mean PROBE, last PROBE, slope PROBE, drain PROBE to 0
      latency < 300 ms
      ^
    """,
    // A word of a quantity of several.
    """
    line 1, column 7: found "rte"; there could stand: rate
      error rte < 1 %
            ^
    """,
    """
    line 1, column 8: found "rate"; there could stand: error rate, error failures
      server rate < 1 %
             ^
    """,
    """
    line 1, column 11: found "<"; there could stand: rate, failures
      throttled < 1 %
                ^
    """,
    """
    line 1, column 7: found "300"; there could stand: within
      share 300 ms > 5 %
            ^
    """,
    """
    line 1, column 14: found "share"; there could stand: rate, failures
      "status 503" share < 5 %
                   ^
    """,
    """
    line 1, column 1: found "p101"; there could stand: p0 to p100
      p101 < 300 ms
      ^
    """,
    """
    line 1, column 1: found "p-1"; there could stand: p0 to p100
      p-1 < 300 ms
      ^
    """,
    """
    line 1, column 13: found "<"; there could stand: first
      degradation < 5 %
                  ^
    """,
    """
    line 1, column 19: found "0"; there could stand: a whole number of at least 1
      degradation first 0 last 5 < 5 %
                        ^
    """,
    """
    line 1, column 21: found "<"; there could stand: last
      degradation first 5 < 5 %
                          ^
    """,
    """
    line 1, column 6: found "<="; there could stand: the name of a probe
      peak <= 1
           ^
    """,
    """
    line 1, column 13: found "<="; there could stand: to
      drain depth <= 1
                  ^
    """,
    """
    line 1, column 16: found "zero"; there could stand: a number, as 0
      drain depth to zero <= 1 s
                     ^
    """,
    """
    line 1, column 12: found "from"; there could stand: from phase
      p95 change from a to b < 5 %
                 ^
    """,
    """
    line 1, column 17: found "errors"; there could stand: failures
      throughput with errors < 5 /s
                      ^
    """,
    """
    line 1, column 25: found "<"; there could stand: to phase
      p95 change from phase a < 5 %
                              ^
    """,
    """
    line 1, column 6: found "300"; there could stand: <, <=, >, >=, between, change from phase, \
    of, in phase, excluding
      mean 300 ms
           ^
    """,
    """
    line 1, column 8: found "<"; there could stand: peak
      memory < 5 MB
             ^
    """,
    // Limits.
    """
    line 1, column 10: the text ends; there could stand: ns, µs, us, ms, s, min
      p95 < 300
               ^
    """,
    """
    line 1, column 11: found "%"; there could stand: ns, µs, us, ms, s, min
      p95 < 300 %
                ^
    """,
    """
    line 1, column 11: found "msec"; there could stand: ns, µs, us, ms, s, min
      p95 < 300 msec
                ^
    """,
    """
    line 1, column 7: found "fast"; there could stand: a time, as 300 ms
      p95 < fast
            ^
    """,
    """
    line 1, column 7: a time must not be negative
      p95 < -5 ms
            ^
    """,
    """
    line 1, column 7: a time must be below 292 years
      p95 < 9223372036854775808 ns
            ^
    """,
    """
    line 1, column 7: a time must be below 292 years
      p95 < 1e300 s
            ^
    """,
    """
    line 1, column 7: no number that can be read, such as 12 or 0.5
      p95 < 1.2.3 s
            ^
    """,
    """
    line 1, column 18: the text ends; there could stand: %
      error rate < 0.01
                       ^
    """,
    """
    line 1, column 14: the error rate is from 0 % to 100 %
      error rate < 150 %
                   ^
    """,
    """
    line 1, column 28: the error rate is from 0 % to 100 %
      error rate between 5 % and 101 %
                                 ^
    """,
    """
    line 1, column 35: the degradation first 10 last 10 is at least -100 %
      degradation first 10 last 10 <=   -101 %
                                        ^
    """,
    """
    line 1, column 14: no number that can be read, such as 12 or 0.5
      error rate < 1e999 %
                   ^
    """,
    """
    line 1, column 17: found "/sec"; there could stand: /s, /min
      throughput > 90 /sec
                      ^
    """,
    """
    line 1, column 16: the text ends; there could stand: /s, /min
      throughput > 90
                     ^
    """,
    """
    line 1, column 14: a rate must not be negative
      throughput > -1 /s
                   ^
    """,
    """
    line 1, column 9: found "1.5"; there could stand: a whole number of at least 0
      count > 1.5
              ^
    """,
    """
    line 1, column 14: found "all"; there could stand: a number, as 12 or 0.5
      peak depth < all
                   ^
    """,
  ])
  func faultsPointAtTheirPlace(expected: String) throws {
    try expectFault(expected)
  }
}
