// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// Open loads by the real clock: nothing here bounds how late the machine is.
@Suite struct OpenRunTests {
  @TaskLocal private static var mark = 0

  private func now() -> Int64 { TimeSource.monotonic.nanoseconds() }

  @Test(arguments: [ArrivalSpacing.even, .poisson], [false, true])
  func allArriveAndNoneBeforeItsTime(spacing: ArrivalSpacing, spinning: Bool) async throws {
    let begun = Shared<[Int: Int64]>([:])
    let profile = LoadProfile.arrivals(
      perSecond: 500,
      for: .milliseconds(400),
      spacing: spacing,
      spinning: spinning
    )
    // The load begins after that.
    let origin = now()
    let report = try await LoadTest("work", profile) { context in
      let now = now()
      begun.change { $0[context.iteration] = now }
    }.seed(9).run()
    let times = Array(
      ArrivalTimes([.hold(perSecond: 500, for: .milliseconds(400))], spacing: spacing, seed: 9)
    )
    #expect(report.count == times.count && begun.value.count == times.count)
    for (number, time) in times.enumerated() {
      #expect(try #require(begun.value[number]) >= origin + time)
    }
    let lateness = try #require(report.generator?.lateness)
    #expect(lateness.count == times.count && lateness.min >= .zero)
    #expect(report.generator?.droppedCount == 0)
    #expect(report.generator?.askedRate == .perSecond(500))
  }

  /// 20 at 100/s, then 40 in a ramp to 300/s, nothing, and 30 on the way down: ½ · (100 + 300) · 0.2 s and
  /// ½ · (300 + 0) · 0.2 s.
  @Test func stagesAndRampsAreOfferedAsPlanned() async throws {
    let stages = [
      LoadStage.hold(perSecond: 100, for: .milliseconds(200)),
      .ramp(from: 100, to: 300, for: .milliseconds(200)),
      .hold(perSecond: 0, for: .milliseconds(100)),
      .ramp(from: 300, to: 0, for: .milliseconds(200)),
    ]
    let begun = Shared<[Int: Int64]>([:])
    let origin = now()
    let report = try await LoadTest("work", .stages(stages)) { context in
      let now = now()
      begun.change { $0[context.iteration] = now }
    }.run()
    let times = Array(ArrivalTimes(stages, spacing: .even, seed: 0))
    let bounds: [Int64] = [0, 200, 400, 500, 700].map { $0 * 1_000_000 }
    let counts = zip(bounds, bounds.dropFirst()).map { from, to in
      times.count { $0 >= from && $0 < to }
    }
    #expect(counts == [20, 40, 0, 30])
    #expect(report.count == 90 && report.generator?.plannedCount == 90)
    #expect(report.generator?.droppedCount == 0 && begun.value.count == 90)
    // 90 arrivals planned in 0.7 s.
    let asked = try #require(report.generator?.askedRate).perSecond
    #expect(abs(asked - 90 / 0.7) < 1e-9)
    for (number, time) in times.enumerated() {
      #expect(try #require(begun.value[number]) >= origin + time)
    }
  }

  /// The server is frozen for a second: who comes meanwhile waits, and all of them are in the percentiles.
  @Test func aFreezeIsInThePercentiles() async throws {
    let end = Shared(Int64.max)
    let operation: @Sendable (LoadContext) async throws -> Void = { context in
      if context.iteration == 20 {
        end.change { $0 = TimeSource.monotonic.nanoseconds() + 1_000_000_000 }
      }
      let thaw = end.value
      if thaw < .max { _ = await sleep(until: thaw) }
    }
    let open = try await LoadTest(
      "open",
      .arrivals(perSecond: 100, for: .milliseconds(1_500)),
      operation: operation
    ).run()
    end.change { $0 = .max }
    let closed = try await LoadTest(
      "closed",
      .users(1, requests: 100),
      operation: { context in
        try await Task.sleep(for: .milliseconds(5))
        try await operation(context)
      }
    ).run()
    #expect(open.count == 150)
    #expect(try #require(open.latency).p90 >= .milliseconds(700))
    #expect(try #require(open.latency).p50 >= .milliseconds(200))
    // The same freeze meets one operation of a closed load, and hardly shows.
    #expect(try #require(closed.latency).max >= .milliseconds(900))
    #expect(try #require(closed.latency).p50 < #require(open.latency).p50)
  }

  /// Each arrival waits for the one before: response time grows, service time does not.
  @Test func responseTimeCountsFromThePlannedStart() async throws {
    let report = try await LoadTest(
      "work",
      .arrivals(perSecond: 100, for: .milliseconds(200)),
      execution: .blocking
    ) { (context: LoadContext) in
      // Without an await: the first holds its thread, and the rest have threads of their own.
      let end = now() + 50_000_000
      while now() < end {}
      return context.iteration
    }.run()
    let response = try #require(report.latency)
    let service = try #require(report.serviceTime)
    #expect(response.count == 20 && service.count == 20)
    #expect(response.max >= service.max && response.min >= .milliseconds(50))
  }

  @Test func arrivalsBeyondTheLimitAreDroppedAndSaid() async throws {
    let report = try await LoadTest(
      "work",
      .arrivals(perSecond: 100, for: .milliseconds(300), maxInFlight: 2)
    ) { _ in try await Task.sleep(for: .milliseconds(200)) }.run()
    let generator = try #require(report.generator)
    #expect(generator.droppedCount > 0 && report.count + generator.droppedCount == 30)
    #expect(generator.plannedCount == 30)
    #expect(try #require(report.peakInFlight) <= 2)
    let reached = try #require(generator.reachedRate)
    let warning = Warning.rateNotReached(
      reached,
      of: .perSecond(100),
      dropped: generator.droppedCount,
      maxInFlight: 2
    )
    #expect(report.warnings.contains(warning))
  }

  /// At 4 arrivals/s the last comes a quarter of a second before the end.
  @Test func theTimeAfterTheLastArrivalIsPartOfTheLoad() async throws {
    let report = try await LoadTest("work", .arrivals(perSecond: 4, for: .milliseconds(500))) { _ in
    }.run()
    #expect(report.count == 2)
    #expect(try #require(report.elapsed) >= .milliseconds(500))
    #expect(try #require(report.throughput) <= .perSecond(4))
    #expect(try #require(report.generator?.reachedRate) <= .perSecond(4))
  }

  /// An arrival each nanosecond: no machine starts those.
  @Test func theReachedRateIsByTheTimeThatOfferingTook() async throws {
    let report = try await LoadTest(
      "work",
      .arrivals(perSecond: 1e9, for: .microseconds(5), maxInFlight: 5_000)
    ) { _ in }.run()
    #expect(report.count == 5_000)
    let generator = try #require(report.generator)
    let (asked, reached) = (try #require(generator.askedRate), try #require(generator.reachedRate))
    #expect(reached < .perSecond(0.5e9))
    let warning = Warning.rateNotReached(
      reached,
      of: asked,
      dropped: 0,
      maxInFlight: 5_000
    )
    #expect(report.warnings.contains(warning))
  }

  @Test func theReachedRateOfAStoppedLoadIsByTheTimeUntilThen() async throws {
    let report = try await LoadTest("work", .arrivals(perSecond: 100, for: .seconds(3_600))) { _ in
    }.stopEarly { $0.count >= 20 }.run()
    // By the hour that was planned it would be below 0.01 /s.
    #expect(try #require(report.generator?.reachedRate) > .perSecond(0.5))
    #expect(try #require(report.elapsed) < .seconds(3_600))
  }

  @Test func burstsHaveNoEndOfTime() async throws {
    let report = try await LoadTest("burst", .burst(4)) { _ in
      _ = await sleep(until: now() + 200_000_000)
    }.gracePeriod(.milliseconds(20)).run()
    #expect(report.count == 4 && report.generator?.unfinishedCount == 0)
  }

  @Test func burstsMakeEachOperationOnce() async throws {
    let numbers = Shared<Set<Int>>([])
    let gate = StartGate(for: 50)
    let report = try await LoadTest("burst", .burst(50)) { context in
      numbers.change { $0.insert(context.iteration) }
      // Ends only if all fifty are in flight at once.
      try await gate.arrive()
    }.run()
    #expect(numbers.value == Set(0..<50) && report.count == 50 && report.peakInFlight == 50)
    #expect(report.generator?.askedRate == nil && report.serviceTime?.count == 50)
  }

  @Test func operationsSeeTheTaskLocalsOfTheTest() async throws {
    for profile in [LoadProfile.burst(5), .users(2, requests: 5)] {
      let report = try await Self.$mark.withValue(7) {
        try await LoadTest("work", profile) { _ in
          guard Self.mark == 7 else { throw CancellationError() }
        }.run()
      }
      #expect(report.count == 5 && report.total.failureCount == 0)
    }
  }

  @Test func cancellationEndsTheArrivals() async throws {
    let hasBegun = Shared(false)
    let run = Task {
      try await LoadTest("work", .arrivals(perSecond: 50, for: .seconds(3_600))) { _ in
        hasBegun.change { $0 = true }
        try await Task.sleep(for: .seconds(3_600))
      }.run()
    }
    while !hasBegun.value { await Task.yield() }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
  }

  @Test func nothingArrivesOfNothing() async throws {
    for profile in [LoadProfile.burst(0), .arrivals(perSecond: 0, for: .milliseconds(10))] {
      let report = try await LoadTest("work", profile) { _ in Issue.record("ran") }.run()
      #expect(report.count == 0)
    }
  }
}

extension Duration {
  fileprivate var nanoseconds: Int64 { Int64(self / .nanoseconds(1)) }
}
