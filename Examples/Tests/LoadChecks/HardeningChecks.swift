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

      static func health(_ api: APIClient) async throws -> Queue {
        try JSONDecoder().decode(Queue.self, from: try await api.get("jobs/health"))
      }
    }

    static let limits: SLA = [
      .p95 <= .seconds(1), .errorRate <= 0, .throughput >= .perSecond(20),
    ]

    @Test func queueDrains() async throws {
      let api = try await APIUnderTest.client()
      let report = try await Self.load(api).run()
      let backlog = try #require(report.probe("backlog"))
      let pending = try #require(report.probe("pending"))
      print(report.table(Self.limits), Self.row(report, pending, backlog), separator: "")
      expectSLA(report, Self.limits)

      #expect(report.count == 240)
      #expect(backlog.drained(to: 0) != nil, "\(backlog)")
      #expect(report.settling?.duration != nil)
      for probe in [backlog, pending] {
        #expect(probe.samples.count >= 2, "\(probe)")
        // Half of what was sent: a queue whose workers stand still has nearly all of it.
        #expect(try #require(probe.max) <= 120, "\(probe)")
      }

      // What a user needs is a few files and a thread on the side of the service.
      let files = try #require(report.probe(.openFiles))
      let threads = try #require(report.probe(.threads))
      print(files, threads, separator: "\n")
      #expect(try #require(files.max) <= 500)
      #expect(try #require(threads.max) <= 300)
    }

    private static func load(_ api: APIClient) -> LoadTest {
      let text = String(repeating: "one pot, two pans; ", count: 50)
      let job = #"{"text": "\#(text)"}"#
      return LoadTest("POST /jobs/process", .users(16, requests: 240)) { _ in
        try await api.post("jobs/process", json: job, expecting: 202)
      }
      .probe("pending", every: .milliseconds(50)) { try await Queue.health(api).pending }
      .probe("backlog", every: .milliseconds(50)) { try await Queue.health(api).backlog }
      .probe(.openFiles)
      .probe(.threads)
      .settle(within: .seconds(5)) { try await Queue.health(api).backlog == 0 }
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
