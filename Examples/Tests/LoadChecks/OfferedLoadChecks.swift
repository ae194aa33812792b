// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import RecipeService
import SLATesting
import ServiceUnderTest
import Synchronization
import Testing

extension LoadChecks {
  /// Whether a load is what it says, by the log of the service that it is offered to.
  @Suite(.serialized) struct OfferedLoadChecks {
    /// What the service and the client each know of a run.
    struct Run {
      let report: LoadReport
      /// When requests reached the service, from the start of the load, in order.
      let arrivals: [Duration]
    }

    /// Of 100 arrivals per second one each 10 ms, and none sooner than planned.
    @Test func arrivalsComeAtTheirRate() async throws {
      let count = 200
      let run = try await Self.run(.arrivals(perSecond: 100, for: .seconds(2))) { number in
        .milliseconds(10 * number)
      }
      try Self.compare(run, with: (0..<count).map { .milliseconds(10 * $0) })
    }

    /// From 0 to 200 per second in two seconds: 100·t²/2 arrivals until t, so the n-th at √(n/50) s.
    @Test func arrivalsComeInARamp() async throws {
      let stages = [LoadStage.ramp(from: 0, to: 200, for: .seconds(2))]
      let run = try await Self.run(.stages(stages)) { .seconds((Double($0) / 50).squareRoot()) }
      try Self.compare(run, with: (0..<200).map { .seconds((Double($0) / 50).squareRoot()) })
    }

    /// Counts what had come and what was planned by the end of each 10 ms.
    private static func compare(_ run: Run, with planned: [Duration]) throws {
      let (report, arrivals) = (run.report, run.arrivals)
      expectSLA(report, .errorRate <= 0)
      #expect(arrivals.count == planned.count && report.count == planned.count)
      // Who is planned for a moment is there when the slowest would have had its answer.
      let slowest = try #require(report.latency).max
      var off: [Int] = []
      for end in stride(from: 10, through: 2_000, by: 10).map({ Duration.milliseconds($0) }) {
        let come = arrivals.count { $0 < end }
        let due = planned.count { $0 < end }
        let overdue = planned.count { $0 < end - slowest }
        #expect(come <= due && come >= overdue, "\(come) of \(due) until \(end)")
        off.append(due - come)
      }
      let late = off.sorted()
      print(
        """
        behind the plan at the ends of \(off.count) windows of 10 ms: median \(late[off.count / 2]), \
        95 of 100 at most \(late[off.count * 95 / 100]), most \(late.last ?? 0) arrivals
        """
      )
      #expect(late[off.count / 2] <= 1, "\(off)")
    }

    /// Offers a load to a service of its own.
    ///
    /// - Parameters:
    ///   - profile: An open load.
    ///   - planned: When an arrival is planned, from the start of the load.
    /// - Returns: What both sides saw; times count from the start of the load as the client knows it.
    /// - Throws: If the service does not start or answer, or the run is cancelled.
    private static func run(
      _ profile: LoadProfile,
      planned: @escaping @Sendable (Int) -> Duration
    ) async throws -> Run {
      var configuration = ServiceConfiguration()
      configuration.logsArrivals = true
      let service = try RecipeService.start(configuration)
      defer { service.stop() }
      let target = try HTTPTarget("http://127.0.0.1:\(service.port)")
      try await target.session().get("/health")
      let before = service.arrivals.count
      // None starts before its time: the start that is nearest to it tells when the load began.
      let origin = Mutex(ContinuousClock.now + .seconds(3_600))
      let report = try await LoadTest("GET /health", http: target, profile) { session, context in
        let began = ContinuousClock.now - planned(context.iteration)
        origin.withLock { $0 = min($0, began) }
        try session.get("/health")
      }.run()
      let start = origin.withLock(\.self)
      return Run(report: report, arrivals: service.arrivals.dropFirst(before).map { $0 - start })
    }
  }
}
