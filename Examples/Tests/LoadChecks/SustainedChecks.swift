// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import ServiceUnderTest
import Testing

extension LoadChecks {
  /// Whether the service stays as it was under load that goes on.
  @Suite(.serialized) struct SustainedChecks {
    static let duration = LoadChecks.isFull ? Duration.seconds(30) : .seconds(2)
    static let limits: SLA = [
      .p95 <= .seconds(1), .errorRate <= 0, .throughput >= .perSecond(20),
      // No second of it is worse than the whole may be.
      (.p95 <= .seconds(1)).inEvery(.seconds(1)),
    ]

    @Test func tenUsersAtWork() async throws {
      let target = try await APIUnderTest.target()
      let profile = LoadProfile.users(10, for: Self.duration)
        .thinking(for: .milliseconds(10)...(.milliseconds(30)))
      let report = try await LoadTest(http: target, get: "/executions", profile).run()
      print(report.table(Self.limits))
      expectSLA(report, Self.limits)

      // Of less than a millisecond a share says little: the end may take half as long again, and
      // the 100 ms by which a busy machine may hold up ten requests.
      let drift = try #require(report.latency?.degradation(window: 10))
      let (first, last) = (drift.firstMean / 1e6, drift.lastMean / 1e6)
      print("first ten \(first) ms, last ten \(last) ms: \((drift.share ?? 0) * 100) %")
      #expect(last <= 1.5 * first + 100)
    }

    /// Users that wait for nobody: whoever comes while the service stalls has that in his time.
    @Test func arrivalsAtAHundredPerSecond() async throws {
      let target = try await APIUnderTest.target()
      let profile = LoadProfile.arrivals(perSecond: 100, for: Self.duration)
      let report = try await LoadTest(http: target, get: "/cost", profile).run()
      print(report.table(.p95 <= .seconds(1), .p99 <= .seconds(2), .errorRate <= 0))
      expectSLA(report, .p95 <= .seconds(1), .p99 <= .seconds(2), .errorRate <= 0)

      let generator = try #require(report.generator)
      #expect(generator.droppedCount == 0)
      #expect(report.count == Int(Self.duration / .milliseconds(10)))
      let (response, service) = (report.latency?.p95, report.serviceTime?.p95)
      print("P95: response \(milliseconds(response)), service \(milliseconds(service))")
      #expect(try #require(report.latency).mean >= #require(report.serviceTime).mean)
    }
  }
}
