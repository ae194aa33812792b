// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLAGates

@Suite struct MatrixReportRecommendationTests {
  /// A run of 200 operations whose latencies rise by a millisecond up to the longest.
  private func run(longest: Int, failures: Int = 0, elapsed: Duration = .seconds(1)) -> LoadReport {
    let latencies = (0..<200).map { Duration.milliseconds(longest - 199 + $0) }
    return .fixture(
      "POST /jobs",
      latencies: latencies,
      failures: failures > 0 ? ["full": failures] : [:],
      elapsed: elapsed
    )
  }

  private func row(
    _ name: String,
    _ profile: String? = nil,
    _ runs: [LoadReport]
  ) -> MatrixReport.Row {
    var row = MatrixReport.Row(name, profile: profile)
    row.runs = runs
    return row
  }

  private let sla: SLA = [.p95 <= .milliseconds(900), .errorRate <= 0.01]

  @Test func theLowestLatencyOfThoseThatMeetTheSLAIsTaken() {
    let matrix = MatrixReport([
      row("slow", nil, [run(longest: 800)]), row("fast", nil, [run(longest: 300)]),
      row("faulty", nil, [run(longest: 250, failures: 50)]),
      row("late", nil, [run(longest: 2_000)]),
    ])
    let choice = matrix.recommended(meeting: sla, by: .p95)
    #expect(choice.choice == "fast" && choice.best?.value == .duration(.milliseconds(290)))
    #expect(choice.best?.interval?.lower == .duration(.milliseconds(284)))
    #expect(choice.ties.isEmpty && choice.isJudged)
    #expect(choice.candidates.map(\.choice) == ["fast", "slow", "faulty", "late"])
    #expect(choice.candidates.map(\.meetsSLA) == [true, true, false, false])
  }

  @Test func thoseThatCannotBeToldApartAreTies() {
    let matrix = MatrixReport([
      row("b", nil, [run(longest: 305)]), row("a", nil, [run(longest: 300)]),
      row("c", nil, [run(longest: 400)]),
    ])
    let choice = matrix.recommended(meeting: sla, by: .p95)
    #expect(choice.choice == "a" && choice.ties.map(\.choice) == ["b"])
  }

  /// One run of each is apart; several show that runs differ by more than that.
  @Test func severalRunsAreJudgedByTheirSpread() {
    let single = MatrixReport([
      row("a", nil, [run(longest: 300)]), row("b", nil, [run(longest: 400)]),
    ])
    #expect(single.recommended(meeting: sla, by: .p95).ties.isEmpty)
    let repeated = MatrixReport([
      row("a", nil, [300, 390, 310].map { run(longest: $0) }),
      row("b", nil, [400, 420, 380].map { run(longest: $0) }),
    ])
    let choice = repeated.recommended(meeting: sla, by: .p95)
    // Means of 290, 380 and 300 ms, and of 390, 410 and 370 ms.
    #expect(choice.choice == "a")
    #expect((choice.best?.value?.magnitude ?? 0) == 0.323333333)
    #expect(choice.ties.map(\.choice) == ["b"])
    // 323.33 ± 4.3027 · 49.33 / √3 ms
    #expect(abs((choice.best?.interval?.lower?.magnitude ?? 0) - 0.2008) < 0.0001)
  }

  @Test func loadsThatWereNotThoseAskedForAreNoGround() {
    let idle = run(longest: 250).adding([.idleUsers(20, peak: 2)])
    let matrix = MatrixReport([row("idle", nil, [idle]), row("sound", nil, [run(longest: 300)])])
    let choice = matrix.recommended(meeting: sla, by: .p95)
    #expect(choice.choice == "sound")
    #expect(choice.candidates[1].fault == .invalidLoad(.idleUsers(20, peak: 2)))
  }

  @Test func everyRunAndEveryLoadMustMeetTheSLA() {
    let matrix = MatrixReport([
      row("a", "calm", [run(longest: 300), run(longest: 2_000)]),
      row("a", "burst", [run(longest: 300)]),
      row("b", "calm", [run(longest: 700)]), row("b", "burst", [run(longest: 800)]),
      row("c", "calm", [run(longest: 100 + 200)]), row("c", "burst", []),
    ])
    let choice = matrix.recommended(meeting: sla, by: .p95)
    // By the load in which it is worst.
    #expect(choice.choice == "b" && choice.best?.value == .duration(.milliseconds(790)))
    #expect(choice.candidates.filter { !$0.meetsSLA }.map(\.choice) == ["a", "c"])
  }

  @Test func aConfigurationThatOnceDidNotStartIsNone() {
    var broken = row("broken", nil, [run(longest: 200)])
    broken.faults = [FailureKind("port in use")]
    let choice = MatrixReport([broken]).recommended(meeting: sla, by: .p95)
    #expect(choice.choice == nil && choice.best == nil && choice.ties.isEmpty)
  }

  @Test func highThroughputIsBetterAndHasNoIntervalInOneRun() {
    let matrix = MatrixReport([
      row("a", nil, [run(longest: 300, elapsed: .seconds(2))]), row("b", nil, [run(longest: 300)]),
    ])
    let choice = matrix.recommended(meeting: sla, by: .throughput)
    #expect(choice.choice == "b" && choice.best?.interval == nil)
    let twice = MatrixReport([
      row("a", nil, [2, 4].map { run(longest: 300, elapsed: .seconds($0)) }),
      row("b", nil, [1, 3].map { run(longest: 300, elapsed: .seconds($0)) }),
    ])
    let repeated = twice.recommended(meeting: sla, by: .throughput)
    #expect(repeated.choice == "b" && repeated.ties.map(\.choice) == ["a"])
    // Of two runs nearly nothing is known: t is 12.7.
    #expect(repeated.best?.interval?.lower == .rate(.perSecond(0)))
  }

  @Test func probesCanDecide() {
    let calm = run(longest: 300).probed("pending", [0: 1, 10: 2], loadEnd: 20)
    let full = run(longest: 300).probed("pending", [0: 1, 10: 9], loadEnd: 20)
    let matrix = MatrixReport([row("full", nil, [full]), row("calm", nil, [calm])])
    #expect(matrix.recommended(meeting: sla, by: .peak("pending")).choice == "calm")
    let none = matrix.recommended(meeting: sla, by: .peak("depth"))
    #expect(none.choice == nil && none.candidates.allSatisfy { !$0.isAlternative && $0.meetsSLA })
    let equal = MatrixReport([
      row("calm", nil, [calm]), row("full", nil, [full]), row("still", nil, [calm]),
    ])
    #expect(equal.recommended(meeting: sla, by: .peak("pending")).ties.map(\.choice) == ["still"])
  }

  @Test func whatWasNotTimedIsNotJudged() {
    let smoke = MatrixReport([row("a", nil, [run(longest: 300).adding([.smokeRun])])])
    let choice = smoke.recommended(meeting: sla, by: .p95)
    #expect(!choice.isJudged && choice.choice == nil && choice.ties.isEmpty)
  }

  @Test func anEmptySLATraps() async {
    await #expect(processExitsWith: .failure) {
      _ = MatrixReport([]).recommended(meeting: [], by: .p95)
    }
  }
}
