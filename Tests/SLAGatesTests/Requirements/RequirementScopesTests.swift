// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct RequirementScopesTests {
  private static let p95 = Metric.p95 < .seconds(1)

  @Test(arguments: [
    (p95.on("search"), "p95 of search < 1 s"),
    (p95.on("GET /health"), "p95 of \"GET /health\" < 1 s"),
    (p95.on(phase: "burst"), "p95 in phase burst < 1 s"),
    (p95.onEvery(), "p95 of every operation < 1 s"),
    (p95.excluding("a"), "p95 excluding a < 1 s"),
    (p95.excluding("a", "b c"), "p95 excluding a, \"b c\" < 1 s"),
    (p95.excluding(.throttled), "p95 excluding throttled failures < 1 s"),
    (
      p95.excluding(.throttled, .invalidResult),
      "p95 excluding throttled failures, invalid result failures < 1 s"
    ),
    (p95.inEvery(.seconds(10)), "p95 in every 10 s < 1 s"),
    (p95.inEvery(.milliseconds(8.2)), "p95 in every 8200 µs < 1 s"),
    (p95.deadband(0.05), "p95 < 1 s deadband 5 %"),
    (p95.deadband(.percent(0.07)), "p95 < 1 s deadband 0.07 %"),
    (p95.deadband(0), "p95 < 1 s"),
  ])
  func eachHasItsText(requirement: Requirement, expected: String) {
    #expect("\(requirement)" == expected)
  }

  /// Whatever the order in which they are called.
  @Test func textIsInOneOrder() {
    let expected =
      "p95 of every operation in phase burst excluding b, a, timeout failures in every 10 s"
      + " < 1 s deadband 5 %"
    let forwards = Self.p95.onEvery().on(phase: "burst").excluding("b", "a").excluding(.timeout)
      .inEvery(.seconds(10)).deadband(0.05)
    let backwards = Self.p95.deadband(0.05).inEvery(.seconds(10)).excluding(.timeout)
      .excluding("b", "a").on(phase: "burst").onEvery()
    #expect("\(forwards)" == expected && forwards == backwards)
    #expect(forwards.subject + " < 1 s deadband 5 %" == expected)
  }

  @Test func oneOperationMayExcludeFailuresInAPhase() {
    let requirement = (Metric.errorRate <= 0.01).excluding(.throttled).on("search").on(phase: "x")
    #expect(
      "\(requirement)" == "error rate of search in phase x excluding throttled failures <= 1 %"
    )
  }

  @Test func nothingIsExcludedTwice() {
    #expect(Self.p95.excluding("a", "a").excluding("a") == Self.p95.excluding("a"))
    let once = Self.p95.excluding(.timeout)
    #expect(once.excluding(.timeout, .timeout) == once)
  }

  @Test func lastDeadbandCounts() {
    #expect(Self.p95.deadband(0.5).deadband(0.1) == Self.p95.deadband(0.1))
  }

  private static let peak = Metric.peak("depth") <= 1
  private static let mean = Metric.mean < .seconds(1)
  private static let known = "as percentiles, max, error rate, success rate, share within, count"

  private static let traps: [(body: @Sendable () -> Void, message: String)] = [
    (
      { _ = p95.on("a").on("b") },
      "a requirement is of one operation (was .on(\"b\") of p95 of a < 1 s)"
    ),
    (
      { _ = p95.onEvery().on("b") },
      "a requirement is of one operation (was .on(\"b\") of p95 of every operation < 1 s)"
    ),
    ({ _ = p95.on("a").onEvery() }, "a requirement is of one operation (was p95 of a < 1 s)"),
    (
      { _ = p95.on(phase: "a").on(phase: "b") },
      "a requirement is of one phase (was .on(phase: \"b\") of p95 in phase a < 1 s)"
    ),
    ({ _ = p95.on("a").excluding("b") }, "nothing can be excluded from one operation (was \"a\")"),
    (
      { _ = p95.excluding("b").on("a") },
      "nothing can be excluded from one operation (was .on(\"a\") of p95 excluding b < 1 s)"
    ),
    (
      { _ = peak.on("a") }, "the peak depth is not one of operations (was peak depth <= 1)"
    ),
    ({ _ = peak.on(phase: "a") }, "the peak depth is not one of operations"),
    ({ _ = peak.onEvery() }, "the peak depth is not one of operations"),
    ({ _ = peak.excluding("a") }, "the peak depth is not one of operations"),
    ({ _ = peak.excluding(.timeout) }, "the peak depth is not one of operations"),
    ({ _ = peak.inEvery(.seconds(1)) }, "the peak depth is not known by window, \(known)"),
    ({ _ = mean.inEvery(.seconds(1)) }, "the mean is not known by window, \(known)"),
    ({ _ = p95.inEvery(.zero) }, "the length of a window must be above zero (was 0 s)"),
    ({ _ = p95.inEvery(.seconds(-1)) }, "the length of a window must be above zero (was -1 s)"),
    (
      { _ = p95.inEvery(.nanoseconds(0.25)) },
      "the length of a window must be above zero (was 0.25 ns)"
    ),
    (
      { _ = p95.inEvery(.seconds(1)).inEvery(.seconds(2)) },
      "a requirement has windows of one length (was p95 in every 1 s < 1 s)"
    ),
    (
      { _ = p95.deadband(5) },
      "a deadband is a share of the limit in 0..<1, as 0.05 for 5 % (was 5.0)"
    ),
    ({ _ = p95.deadband(.percent(100)) }, "in 0..<1, as 0.05 for 5 % (was 1.0)"),
    ({ _ = p95.deadband(-0.1) }, "in 0..<1, as 0.05 for 5 % (was -0.1)"),
    ({ _ = p95.deadband(.nan) }, "in 0..<1, as 0.05 for 5 % (was nan)"),
  ]

  @Test(arguments: traps.indices)
  func whatCannotBeMeantTraps(index: Int) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [index] in
      RequirementScopesTests.traps[index].body()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.traps[index].message))
  }
}
