// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct LoadProgressTests {
  private func figures(
    elapsed: Int64 = 12_300_000_000,
    p95: Duration? = .milliseconds(21),
    done: Double? = 0.4
  ) -> ProgressFigures {
    ProgressFigures(
      name: "search",
      elapsed: elapsed,
      count: 9_988,
      failures: 3,
      inFlight: 16,
      p95: p95,
      done: done
    )
  }

  @Test func linesSayWhereTheLoadIs() {
    #expect(
      figures().line == "search  12 s  812 /s  16 in flight  p95 21 ms  3 failed  19 s left"
    )
    #expect(
      figures(p95: nil, done: nil).line == "search  12 s  812 /s  16 in flight  3 failed"
    )
    #expect(figures(p95: .microseconds(85)).line.contains("p95 85 µs"))
    #expect(figures(p95: .seconds(75)).line.contains("p95 75 s"))
    #expect(figures(done: 1.2).line.hasSuffix("0 s left"))
    #expect(figures(elapsed: 5_000_000_000, done: 1 / Double(Int.max)).line.hasSuffix("3 failed"))
    #expect(
      figures().named(of: "10 users (3 of 12)").line.hasPrefix("10 users (3 of 12)  search  12 s")
    )
    #expect(figures().named(of: nil).line == figures().line)
  }

  /// What is left is not said where it is not known.
  @Test func whatIsDoneIsByWhatEndsTheLoad() throws {
    func closed(_ profile: LoadProfile, isOfFlows: Bool = false) -> Double? {
      guard case .closed(let load) = profile.kind else { return nil }
      return load.done(count: 25, isOfFlows: isOfFlows, elapsed: 1_000_000_000)
    }
    #expect(closed(.users(2, for: .seconds(4))) == 0.25)
    #expect(closed(.users(2, requests: 100)) == 0.25)
    #expect(closed(.users(2, requests: 100), isOfFlows: true) == 0.25)
    #expect(closed(.users(2, iterationsEach: 50)) == 0.25)
    #expect(closed(.users(2, iterationsEach: 50), isOfFlows: true) == nil)
    guard case .open(let burst) = LoadProfile.burst(5).kind,
      case .open(let arrivals) = LoadProfile.arrivals(perSecond: 5, for: .seconds(2)).kind
    else { throw CancellationError() }
    #expect(burst.done(elapsed: 1_000_000_000) == nil)
    #expect(arrivals.done(elapsed: 1_000_000_000) == 0.5)
  }

  @Test(arguments: [
    (ProgressOutput.automatic, true, String?.none, true), (.automatic, false, nil, false),
    (.automatic, false, "1", true), (.automatic, true, "0", false), (.always, false, nil, true),
    (.never, true, "1", false),
  ])
  func linesAreForTerminalsOrThoseWhoAsk(
    output: ProgressOutput,
    isTerminal: Bool,
    variable: String?,
    expected: Bool
  ) {
    #expect(output.isOn(isTerminal: isTerminal, variable: variable) == expected)
  }

  @Test func shortLoadsWriteNothing() async throws {
    let written = Shared("")
    let line = ProgressLine(
      isTerminal: true,
      write: { text in written.change { $0 += text } },
      figures: { figures() }
    )
    #expect(await sleep(until: 0))
    line.stop()
    #expect(written.value.isEmpty)
  }

  @Test func terminalsGetALineThatIsReplacedAndCleared() async throws {
    let written = Shared("")
    let line = ProgressLine(
      isTerminal: true,
      write: { text in written.change { $0 += text } },
      figures: { figures() }
    )
    while !written.value.contains("search") { try await Task.sleep(for: .milliseconds(50)) }
    line.stop()
    #expect(written.value.hasPrefix("\r" + figures().line + "\u{1B}[K"))
    #expect(written.value.hasSuffix("\r\u{1B}[K"))
  }
}
