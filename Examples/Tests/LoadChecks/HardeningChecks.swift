// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting
import ServiceUnderTest
import Testing

extension LoadChecks {
  /// Whether the job queue takes a load, and comes to rest after it.
  @Suite(.serialized) struct HardeningChecks {
    /// What the service says of its queue.
    struct Queue: Decodable {
      let backlog: Int
      let pending: Int

      static func health(_ session: HTTPSession) async throws -> Queue {
        try await session.get("/jobs/health").json()
      }
    }

    static let limits: SLA = [
      .p95 <= .seconds(1), .errorRate <= 0, .throughput >= .perSecond(20), .count >= 240,
      // Half of what is sent: a queue whose workers stand still has nearly all of it.
      .peak("backlog") <= 120, .peak("pending") <= 120, .drained("backlog", within: .seconds(5)),
    ]

    @Test func queueDrains() async throws {
      let report = try await Self.load(APIUnderTest.target()).run()
      let backlog = try #require(report.probe("backlog"))
      let pending = try #require(report.probe("pending"))
      print(report.table(Self.limits), Self.row(report, pending, backlog), separator: "")
      expectSLA(report, Self.limits)

      #expect(report.settling?.duration != nil)
      for probe in [backlog, pending] { #expect(probe.samples.count >= 2, "\(probe)") }

      // What a user needs is a few files and a thread on the side of the service.
      let files = try #require(report.probe(.openFiles))
      let threads = try #require(report.probe(.threads))
      print(files, threads, separator: "\n")
      #expect(try #require(files.max) <= 500)
      #expect(try #require(threads.max) <= 300)
    }

    private static func load(_ target: HTTPTarget) throws -> LoadTest {
      // The probes ask by a session of their own.
      let session = try target.session()
      let text = String(repeating: "one pot, two pans; ", count: 50)
      // Users think, or the client would have sent all jobs before the first are done: it takes a
      // tenth of a second for them.
      let profile = LoadProfile.users(16, requests: 240)
        .thinking(for: .milliseconds(10)...(.milliseconds(30)))
      return LoadTest("POST /jobs/process", http: target, profile) {
        try $0.post("/jobs/process", json: ["text": text], accepting: 202)
      }
      .probe("pending", every: .milliseconds(50)) { try await Queue.health(session).pending }
      .probe("backlog", every: .milliseconds(50)) { try await Queue.health(session).backlog }
      .probe(.openFiles)
      .probe(.threads)
      .settle(within: .seconds(5)) { try await Queue.health(session).backlog == 0 }
    }

    /// A row of the matrix of the hardening report.
    private static func row(
      _ report: LoadReport,
      _ pending: ProbeReport,
      _ backlog: ProbeReport
    ) -> String {
      let rate = report.throughput.map { String(format: "%.2f", $0.perSecond) } ?? "-"
      let errors = report.errorRate.map { String(format: "%.2f", 100 * $0) } ?? "-"
      let peaks = [pending, backlog].map { $0.max.map { String(format: "%.0f", $0) } ?? "-" }
      return """
        baseline: RPS \(rate), P95 \(milliseconds(report.latency?.p95)), errors \(errors) %, \
        max pending \(peaks[0]), max backlog \(peaks[1]), \
        drained \(backlog.drained(to: 0) != nil), \(report.settling.map { "\($0)" } ?? "-")
        """
    }
  }
}
