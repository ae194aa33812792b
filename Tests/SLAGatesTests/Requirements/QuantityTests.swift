// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct QuantityTests {
  /// One of each, with its canonical name.
  private static let all: [(quantity: Quantity, name: String)] = [
    (.percentile(0.95), "p95"), (.percentile(0.999), "p99.9"), (.percentile(0), "p0"),
    (.latency(.min), "min"), (.latency(.mean), "mean"), (.latency(.max), "max"),
    (.latency(.standardDeviation), "standard deviation"), (.errorRate, "error rate"),
    (.successRate, "success rate"), (.failureRate(.category(.throttled)), "throttled rate"),
    (.failureRate(.reason("status 503")), "\"status 503\" rate"),
    (.failures(.category(.serverError)), "server error failures"),
    (.failures(.reason("full")), "\"full\" failures"), (.count, "count"),
    (.throughput(withFailures: false), "throughput"),
    (.throughput(withFailures: true), "throughput with failures"),
    (.degradation(first: 10, last: 20), "degradation first 10 last 20"),
    (.shareWithin(.milliseconds(300)), "share within 300 ms"),
    (.processorTime, "cpu time"), (.peakMemory, "memory peak"), (.outputSize, "output size"),
    (.probe("depth", .peak), "peak depth"), (.probe("the depth", .mean), "mean \"the depth\""),
    (.probe("depth", .last), "last depth"), (.probe("depth", .slope), "slope depth"),
    (.drain("depth", to: 0.5), "drain depth to 0.5"),
    (.elapsed, "elapsed"), (.counter("transitions"), "counter transitions"),
    (.counterRate("rows read"), "counter \"rows read\" rate"),
    (
      .change(.percentile(0.5), from: "steady", to: "the end"),
      "p50 change from phase steady to phase \"the end\""
    ),
  ]

  private func names(where isMeant: (Quantity) -> Bool) -> [String] {
    Self.all.filter { isMeant($0.quantity) }.map(\.name)
  }

  @Test func namesAreCanonical() {
    for (quantity, name) in Self.all { #expect("\(quantity)" == name) }
  }

  @Test func limitsFailuresIfItSaysHowManyFailed() {
    #expect(
      names(where: \.limitsFailures) == [
        "error rate", "success rate", "throttled rate", "\"status 503\" rate",
        "server error failures", "\"full\" failures",
      ]
    )
  }

  @Test func probesAndPhasesAreNotOfOperations() {
    #expect(
      names { !$0.isOfOperations } == [
        "peak depth", "mean \"the depth\"", "last depth", "slope depth", "drain depth to 0.5",
        "elapsed", "counter transitions", "counter \"rows read\" rate",
        "p50 change from phase steady to phase \"the end\"",
      ]
    )
  }

  @Test func knownByWindowAreThoseThatAddUp() {
    #expect(
      names(where: \.isKnownByWindow) == [
        "p95", "p99.9", "p0", "max", "error rate", "success rate", "count", "throughput",
        "throughput with failures", "share within 300 ms",
      ]
    )
  }

  @Test func ofSharesAreClaimsAboutAllOperations() {
    #expect(
      names(where: \.isOfShares) == [
        "p95", "p99.9", "p0", "error rate", "success rate", "throttled rate", "\"status 503\" rate",
        "share within 300 ms",
      ]
    )
  }

  @Test func timesDependOnHowFastCodeIs() {
    #expect(
      names { !$0.isTime } == [
        "error rate", "success rate", "throttled rate", "\"status 503\" rate",
        "server error failures", "\"full\" failures", "count", "memory peak", "output size",
        "peak depth", "mean \"the depth\"", "last depth", "slope depth", "counter transitions",
      ]
    )
  }

  @Test func rangesAreOfSharesChangesAndReadings() {
    #expect(
      names { $0.range == 0...1 } == [
        "error rate", "success rate", "throttled rate", "\"status 503\" rate",
        "share within 300 ms",
      ]
    )
    #expect(
      names { $0.range.lowerBound == -1 } == [
        "degradation first 10 last 20", "p50 change from phase steady to phase \"the end\"",
      ]
    )
    #expect(
      names { $0.range.lowerBound == -.infinity } == [
        "peak depth", "mean \"the depth\"", "last depth", "slope depth",
      ]
    )
  }

  @Test func selectionsIncludeTheirFailures() {
    let failure = FailureKind(.serverError, reason: "status 503")
    #expect(FailureSelection.category(.serverError).includes(failure))
    #expect(!FailureSelection.category(.other).includes(failure))
    #expect(FailureSelection.reason("status 503").includes(failure))
    #expect(!FailureSelection.reason("status 500").includes(failure))
  }
}
