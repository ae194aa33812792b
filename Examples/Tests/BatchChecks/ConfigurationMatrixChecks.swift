// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import RecipeService
import SLATesting
import Testing

extension BatchChecks {
  /// The job queue of the service in several configurations: the matrix of a hardening report.
  @Suite(.serialized) struct ConfigurationMatrixChecks {
    /// What is set of the queue.
    struct Jobs: Sendable {
      var workers = 2
      var batchSize = 1
      var pollInterval: Duration = .zero
    }

    /// What the service says of its queue.
    private struct Queue: Decodable {
      let backlog: Int
      let pending: Int

      static func health(_ session: HTTPSession) async throws -> Queue {
        try await session.get("/jobs/health").json()
      }
    }

    static let limits: SLA = [
      .p95 <= .seconds(1), .errorRate <= 0, .throughput >= .perSecond(20),
      .drained("backlog", within: .seconds(5)),
    ]

    @Test func configurationsAreComparedAndWhatCannotStartIsNotChosen() async throws {
      let matrix = try await LoadMatrix([
        "baseline": Jobs(),
        "one_worker": Jobs(workers: 1),
        "high_workers": Jobs(workers: 16),
        "polling": Jobs(batchSize: 50, pollInterval: .milliseconds(250)),
        "no_workers": Jobs(workers: 0),
      ]) { jobs in
        try await Self.measure(jobs)
      }.shuffled(seed: 14).run()
      print(matrix.table(Self.limits))
      let choice = matrix.recommended(meeting: Self.limits, by: .p95)
      print(choice)

      for name in ["baseline", "one_worker", "high_workers", "polling"] {
        let row = try #require(matrix[name])
        expectSLA(try #require(row.runs.first), Self.limits)
      }
      // A configuration that cannot start is a row of the table, and never recommended.
      let refused = try #require(matrix["no_workers"]?.faults.first)
      #expect(refused.reason.contains("jobWorkers must be 1 or more"))
      guard choice.isJudged else { return }
      // None, where the machine is too busy for any of the loads.
      #expect(choice.choice != "no_workers")
      // Jobs that wait for the next poll pile up; those that are taken as they come do not.
      let peaks = try ["polling", "baseline"].map { name in
        try #require(matrix[name]?.runs.first?.probe("pending")?.max)
      }
      #expect(peaks[0] > peaks[1], "pending jobs: \(peaks)")
    }

    /// Starts a service, offers the load, waits until it has drained, and stops it.
    private static func measure(_ jobs: Jobs) async throws -> LoadReport {
      var configuration = ServiceConfiguration()
      configuration.jobWorkers = jobs.workers
      configuration.jobBatchSize = jobs.batchSize
      configuration.jobPollInterval = jobs.pollInterval
      let service = try RecipeService.start(configuration)
      defer { service.stop() }
      let target = try HTTPTarget(
        "http://127.0.0.1:\(service.port)",
        responseTimeout: .seconds(10)
      )
      let session = try target.session()
      let text = String(repeating: "one pot, two pans; ", count: 50)
      // Users think, or the client would have sent all jobs before the first are done.
      let profile = LoadProfile.users(16, requests: 240)
        .thinking(for: .milliseconds(10)...(.milliseconds(30)))
      return try await LoadTest("POST /jobs/process", http: target, profile) {
        try $0.post("/jobs/process", json: ["text": text], accepting: 202)
      }
      .probe("pending", every: .milliseconds(20)) { try await Queue.health(session).pending }
      .probe("backlog", every: .milliseconds(20)) { try await Queue.health(session).backlog }
      .settle(within: .seconds(5)) { try await Queue.health(session).backlog == 0 }
      .run()
    }
  }
}
