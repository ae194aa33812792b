// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

/// Scopes, bounds and whole lines; quantities and units have their own tests.
@Suite struct RequirementParserTests {
  @Test(arguments: [
    ("p95 of recipes_search < 1200 ms", (Metric.p95 < .milliseconds(1_200)).on("recipes_search")),
    (
      "error rate excluding harvest_auto <= 0.5 %",
      (Metric.errorRate <= 0.005).excluding("harvest_auto")
    ),
    ("throughput >= 90 /s", Metric.throughput >= .perSecond(90)),
    ("peak pending_dispatch <= 1", Metric.peak("pending_dispatch") <= 1),
    ("p95 <= 1 s", Metric.p95 <= .seconds(1)), ("p95 < 1 s", Metric.p95 < .seconds(1)),
    ("p95 > 1 s", Metric.p95 > .seconds(1)), ("p95 >= 1 s", Metric.p95 >= .seconds(1)),
    ("p95 between 1 ms and 2 s", .between(.p95, .milliseconds(1), .seconds(2))),
    ("error rate between 0 % and 5 %", .between(.errorRate, 0, 0.05)),
    ("p95 of \"GET /health\" < 1 s", (Metric.p95 < .seconds(1)).on("GET /health")),
    ("p95 of \"every\" < 1 s", (Metric.p95 < .seconds(1)).on("every")),
    (#"p95 of "a \"b\"\n" < 1 s"#, (Metric.p95 < .seconds(1)).on("a \"b\"\n")),
    ("p95 of every operation < 1 s", (Metric.p95 < .seconds(1)).onEvery()),
    ("p95 in phase burst < 1 s", (Metric.p95 < .seconds(1)).on(phase: "burst")),
    ("p95 in every 10 s < 1 s", (Metric.p95 < .seconds(1)).inEvery(.seconds(10))),
    ("count excluding a, \"b c\" > 1", (Metric.count > 1).excluding("a", "b c")),
    ("count excluding throttled > 1", (Metric.count > 1).excluding("throttled")),
    ("count excluding throttled failures > 1", (Metric.count > 1).excluding(.throttled)),
    (
      "count excluding a, server error failures > 1",
      (Metric.count > 1).excluding("a").excluding(.serverError)
    ),
    // Said twice, or one after the other, it is the same.
    ("count excluding a excluding b, a > 1", (Metric.count > 1).excluding("a", "b")),
    (
      "p95 in every 10 s excluding timeout failures in phase x of a < 1 s",
      (Metric.p95 < .seconds(1)).on("a").on(phase: "x").excluding(.timeout).inEvery(.seconds(10))
    ),
    ("p95 < 1 s deadband 5 %", (Metric.p95 < .seconds(1)).deadband(0.05)),
    ("p95 < 1 s deadband 0 %", Metric.p95 < .seconds(1)),
    // Spaces are needed between words only.
    ("  p95   of a<1s  ", (Metric.p95 < .seconds(1)).on("a")),
    ("p95\tof\ta\t<\t1\ts", (Metric.p95 < .seconds(1)).on("a")),
    ("p95 of\"a\"<1s deadband 5%", (Metric.p95 < .seconds(1)).on("a").deadband(0.05)),
    (
      "count excluding a,b,timeout failures>1",
      (Metric.count > 1).excluding("a", "b").excluding(.timeout)
    ),
    ("error rate between 0%and 5%", .between(.errorRate, 0, 0.05)),
    ("throughput>=90/s", Metric.throughput >= .perSecond(90)),
    ("error   rate\n<= 1 %", Metric.errorRate <= 0.01),
  ])
  func textsAreRead(text: String, expected: Requirement) throws {
    #expect(try Requirement(parsing: text) == expected)
    #expect(try Requirement(parsing: "\(expected)") == expected)
  }

  @Test(arguments: [
    // Each fault below its text, as it is printed.
    """
    line 1, column 5: the text ends; there could stand: <, <=, >, >=, between, \
    of segment, change from phase, of, in phase, excluding, in every
      p95\u{20}
          ^
    """,
    """
    line 1, column 18: found "1"; there could stand: <, <=, >, >=, between, of, in phase, excluding
      timeout failures 1
                       ^
    """,
    """
    line 1, column 12: found "=="; there could stand: <, <=, >, >=, between, with failures, of, \
    in phase, excluding, in every
      throughput == 1 /s
                 ^
    """,
    """
    line 1, column 12: a requirement is of one operation
      p95 of abc of d < 1 s
                 ^
    """,
    """
    line 1, column 8: found "<"; there could stand: the name of an operation, every operation
      p95 of < 1 s
             ^
    """,
    """
    line 1, column 14: found "<"; there could stand: operation
      p95 of every < 1 s
                   ^
    """,
    """
    line 1, column 8: found "in"; there could stand: the name of an operation, every operation, "in"
      p95 of in phase x < 1 s
             ^
    """,
    """
    line 1, column 8: found "5xx"; there could stand: the name of an operation, every operation, \
    "5xx"
      p95 of 5xx < 1 s
             ^
    """,
    """
    line 1, column 8: a name of more than letters, digits and _ - . / : stands in quotation marks
      p95 of naïve < 1 s
             ^
    """,
    """
    line 1, column 16: a requirement is of one phase
      p95 in phase a in phase b < 1 s
                     ^
    """,
    """
    line 1, column 14: found "<"; there could stand: the name of a phase
      p95 in phase < 1 s
                   ^
    """,
    """
    line 1, column 8: found "burst"; there could stand: phase, every
      p95 in burst < 1 s
             ^
    """,
    """
    line 1, column 18: a requirement has windows of one length
      p95 in every 1 s in every 2 s < 1 s
                       ^
    """,
    """
    line 1, column 14: the length of a window must be above zero
      p95 in every 0 s < 1 s
                   ^
    """,
    """
    line 1, column 6: the mean is not known by window, as percentiles, max, error rate, \
    success rate, share within, count and throughput are
      mean in every 1 s < 1 s
           ^
    """,
    """
    line 1, column 12: the peak depth is not one of operations
      peak depth of search < 1
                 ^
    """,
    """
    line 1, column 12: the peak depth is not one of operations
      peak depth in phase x < 1
                 ^
    """,
    """
    line 1, column 12: the peak depth is not one of operations
      peak depth excluding a < 1
                 ^
    """,
    """
    line 1, column 10: nothing can be excluded from one operation
      p95 of a excluding b < 1 s
               ^
    """,
    """
    line 1, column 17: nothing can be excluded from one operation
      p95 excluding b of a < 1 s
                      ^
    """,
    """
    line 1, column 18: found "<"; there could stand: the name of an operation, throttled failures
      p95 excluding a, < 1 s
                       ^
    """,
    """
    line 1, column 17: found "2"; there could stand: and
      p95 between 1 s 2 s
                      ^
    """,
    """
    line 1, column 13: the lower limit of the p95 must not be above the upper \
    (was between 2 s and 1 s)
      p95 between 2 s and 1 s
                  ^
    """,
    """
    line 1, column 11: found "please"; there could stand: deadband, the end
      p95 < 1 s please
                ^
    """,
    """
    line 1, column 11: "of" stands before the comparison
      p95 < 1 s of search
                ^
    """,
    """
    line 1, column 24: found "deadband"; there could stand: the end
      p95 < 1 s deadband 5 % deadband 5 %
                             ^
    """,
    """
    line 1, column 20: a deadband is below 100 %, and not negative
      p95 < 1 s deadband 100 %
                         ^
    """,
    """
    line 1, column 22: a deadband is below 100 %, and not negative
      p95 < 1 s deadband   -1 %
                           ^
    """,
    """
    line 1, column 19: the text ends; there could stand: a share, as 5 %
      p95 < 1 s deadband
                        ^
    """,
    """
    line 1, column 8: a quotation mark that is never closed
      p95 of "search < 1 s
             ^
    """,
    #"""
    line 1, column 10: an unknown escape; there could stand: \", \\, \n, \r, \t, \u{1f600}
      p95 of "a\d" < 1 s
               ^
    """#,
  ])
  func faultsPointAtTheirPlace(expected: String) throws {
    try expectFault(expected)
  }

  @Test func emptyTextCouldBeAnyQuantity() throws {
    for text in ["", "   "] {
      let error = #expect(throws: RequirementError.self) { try Requirement(parsing: text) }
      let fault = try #require(error?.faults.first)
      #expect(fault.message == "the text ends" && fault.column == text.count + 1)
      #expect(fault.expected.count == 29 && fault.expected.first == "p50")
    }
  }
}
