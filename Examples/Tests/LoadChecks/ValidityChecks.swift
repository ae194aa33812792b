// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import RecipeService
import SLATesting
import ServiceUnderTest
import Testing

extension LoadChecks {
  /// Whether a report warns where its latencies are those of the client, and only there.
  ///
  /// Each check has a service of its own, whose speed it knows.
  @Suite(.serialized) struct ValidityChecks {
    static let limits: SLA = [.p95 <= .seconds(2), .errorRate <= 0]

    /// `URLSession` on Linux works through its requests one at a time, by a queue that goes from thread to
    /// thread: more of those are ready to run than there are cores.
    @Test func clientThatIsTheBottleneckIsSaid() async throws {
      let report = try await Self.report(slow: .zero, .users(50, requests: 3_000))
      // On many cores its one queue leaves most of them free, and nothing shows.
      guard (report.generator?.cores ?? 0) <= 2 else { return }
      // Where others use the machine, they may be what it waits for.
      let isForeign = report.warnings.contains { $0.description.contains("another process had") }
      #expect(
        Self.warnsOfItself(report) || isForeign,
        "\(report.warnings) \(Self.figures(report))"
      )
    }

    @Test func clientThatComputesIsSaid() async throws {
      let report = try await Self.report(slow: .zero, .users(5, requests: 300)) {
        let end = ContinuousClock.now + .milliseconds(5)
        while ContinuousClock.now < end {}
      }
      // Where others use the machine, the process has less of it, and waits for a core instead: for
      // some milliseconds with each answer, and not for the fraction that a thread always waits.
      let delay = (report.generator?.runQueueDelay ?? .zero) / report.count
      let waits = report.warnings.contains { $0.description.contains("for a core") }
      #expect(
        Self.warnsOfItself(report) || (waits && delay >= .milliseconds(2)),
        "\(report.warnings) \(Self.figures(report))"
      )
    }

    @Test func slowServiceIsNotTakenForABusyClient() async throws {
      let report = try await Self.report(slow: .milliseconds(400), .users(50, requests: 300))
      #expect(!Self.warnsOfItself(report), "\(report.warnings) \(Self.figures(report))")
      #expect(try #require(report.latency).min >= .milliseconds(400))
    }

    /// What users see of a service that takes so long for each request, and do with each answer.
    private static func report(
      slow: Duration,
      _ profile: LoadProfile,
      use: @escaping @Sendable () -> Void = {}
    ) async throws -> LoadReport {
      var configuration = ServiceConfiguration()
      configuration.slow = slow
      let service = try RecipeService.start(configuration)
      defer { service.stop() }
      let target = try URLSessionTarget("http://127.0.0.1:\(service.port)")
      let session = try target.session()
      let report = try await LoadTest("GET /health", profile) { _ in
        try await session.get("/health")
        use()
      }
      .warmUp(requests: 50)
      .run()
      print(report.table(limits), figures(report), separator: "")
      for warning in report.warnings { print("warning: \(warning)") }
      expectSLA(report, limits)
      return report
    }

    /// Whether a warning says that the process, or a thread of it, had no time left.
    private static func warnsOfItself(_ report: LoadReport) -> Bool {
      report.warnings.contains {
        let text = $0.description
        return text.contains("this process used") || text.contains("was busy")
          || text.contains("were ready to run")
      }
    }

    private static func figures(_ report: LoadReport) -> String {
      guard let generator = report.generator else { return "no generator" }
      let share = generator.busiestThreadShare.map { String(format: "%.2f", $0) } ?? "-"
      let pressure = generator.processorPressure.map { String(format: "%.2f", $0) } ?? "-"
      return "\(generator), busiest thread \(share), pressure \(pressure)"
    }
  }
}
