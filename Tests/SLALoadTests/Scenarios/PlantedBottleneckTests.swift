// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// Pipelines with a bottleneck that was planted, and even ones.
@Suite struct PlantedBottleneckTests {
  /// Durations in µs for each segment of an operation, drawn from a seed.
  private typealias Draw = @Sendable (Int, inout SplitMix64) -> [(String, Double)]

  private func report(
    _ count: Int = 300,
    seed: UInt64 = 1,
    _ draw: @escaping Draw
  ) async throws
    -> LoadReport
  {
    let clock = ManualClock()
    return try await LoadTest("ingest", .users(1, requests: count)) { context in
      var random = SplitMix64(seed: seed &+ UInt64(context.iteration) &* 7_919)
      for (name, microseconds) in draw(context.iteration, &random) {
        context.segment(name) {
          clock.advance(by: .nanoseconds(Int64(microseconds * 1_000)))
        }
      }
      clock.advance(by: .microseconds(20))
    }.seed(seed).run(time: clock.source)
  }

  private static func even(_ random: inout SplitMix64, around mean: Double = 1_000) -> Double {
    .random(in: 0.7 * mean...1.3 * mean, using: &random)
  }

  private static func exponential(_ random: inout SplitMix64, mean: Double = 1_000) -> Double {
    -mean * log(.random(in: 1e-9..<1, using: &random))
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func aLockIsFound(seed: UInt64) async throws {
    let clock = ManualClock()
    let report = try await LoadTest("ingest", .users(1, requests: 200)) { context in
      var random = SplitMix64(seed: seed &+ UInt64(context.iteration) &* 7_919)
      context.segment("parse") { clock.advance(by: .microseconds(Int64(Self.even(&random)))) }
      context.segment("db_total") {
        clock.advance(by: .microseconds(300))
        context.segment("lock_wait") {
          let wait = Self.exponential(&random, mean: 15_000)
          clock.advance(by: .microseconds(Int64(wait)))
        }
      }
    }.run(time: clock.source)
    let bottleneck = try #require(report.bottleneck, "seed \(seed)")
    #expect(bottleneck.segment == "lock_wait" && bottleneck.largest?.parent == "db_total")
    #expect(bottleneck.largest?.share ?? 0 > 0.9)
    #expect(bottleneck.largest?.evidence.hasPrefix("lock_wait: P95 ") == true)
    #expect(bottleneck.largest?.evidence.contains(" % of db_total, and ") == true)
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func aSlowDiskIsFound(seed: UInt64) async throws {
    let report = try await report(100, seed: seed) { _, random in
      [
        ("parse", Self.even(&random)), ("disk", Self.even(&random, around: 9_000)),
        ("index", Self.even(&random)),
      ]
    }
    #expect(report.bottleneck?.largest?.segment == "disk", "seed \(seed)")
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func oneSlowItemInTwentyIsFound(
    seed: UInt64
  ) async throws {
    let report = try await report(400, seed: seed) { iteration, random in
      let slow = iteration % 20 == 19
      return [
        ("parse", Self.even(&random)), ("store", Self.even(&random)),
        ("index", Self.even(&random, around: slow ? 20_000 : 1_000)),
      ]
    }
    let slowest = try #require(report.bottleneck?.slowest, "seed \(seed)")
    #expect(slowest.segment == "index" && slowest.share > 0.9 && slowest.operations == 20)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func aSegmentThatHurtsTheTailAloneIsFound(seed: UInt64) async throws {
    let report = try await report(2_000, seed: seed) { _, random in
      var segments = [
        ("parse", Self.even(&random, around: 5_000)), ("store", Self.even(&random, around: 5_000)),
      ]
      if Int.random(in: 0..<100, using: &random) < 2 { segments.append(("retry", 40_000)) }
      return segments
    }
    let bottleneck = try #require(report.bottleneck, "seed \(seed)")
    #expect(bottleneck.largest == nil && bottleneck.slowest?.segment == "retry")
    #expect(bottleneck.slowest?.evidence.hasPrefix("retry: ") == true)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func noneIsClaimedInAnEvenPipeline(seed: UInt64) async throws {
    let count = [60, 150, 600][Int(seed % 3)]
    let noise = seed % 2 == 0
    let report = try await report(count, seed: seed) { _, random in
      ["parse", "store", "index"].map {
        ($0, noise ? Self.exponential(&random) : Self.even(&random))
      }
    }
    #expect(report.bottleneck == nil, "seed \(seed): \(report.bottleneck.map { "\($0)" } ?? "")")
  }

  @Test func noneIsClaimedOfAFewOperations() async throws {
    let few = try await report(58) { _, _ in [("parse", 100), ("disk", 9_000)] }
    #expect(few.bottleneck == nil)
    let enough = try await report(59) { _, _ in [("parse", 100), ("disk", 9_000)] }
    #expect(enough.bottleneck?.largest?.segment == "disk")
  }

  @Test func noneIsClaimedWhereMostTimeLiesInNoSegment() async throws {
    let clock = ManualClock()
    let report = try await LoadTest("ingest", .users(1, requests: 200)) { context in
      context.segment("parse") { clock.advance(by: .milliseconds(5)) }
      clock.advance(by: .milliseconds(5))
    }.run(time: clock.source)
    #expect(report.bottleneck == nil && report.total.otherShare == 0.5)
  }

  @Test func theReportIsThatOfTheOperationThatTakesMost() async throws {
    let clock = ManualClock()
    let scenario = Scenario("mix") {
      Flow("quick") { user in user.segment("a") { clock.advance(by: .milliseconds(1)) } }
      Flow("slow") { user in user.segment("b") { clock.advance(by: .milliseconds(9)) } }
    }
    let report = try await LoadTest(scenario, .sequential(300)).run(time: clock.source)
    #expect(report.bottleneck?.operation == "slow" && report.bottleneck?.segment == "b")
    #expect(report.operation("quick")?.bottleneck?.segment == "a")
  }

  @Test func aMitigationIsShownBySegment() async throws {
    let before = try await report { _, _ in [("lock_wait", 40_650), ("write", 300)] }
    let after = try await report { _, _ in [("lock_wait", 770), ("write", 300)] }
    let mitigation = after.compared(to: before)
    let row = try #require(mitigation["lock_wait"])
    #expect(row.before == .microseconds(40_650) && row.after == .microseconds(770))
    #expect(abs(try #require(row.change) + 0.981) < 0.0005)
    #expect(mitigation["write"]?.change == 0 && mitigation["none"] == nil)
    #expect(mitigation.rows.map(\.segment) == [nil, "lock_wait", "write"])
  }
}
