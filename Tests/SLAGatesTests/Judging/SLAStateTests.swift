// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct SLAStateTests {
  private func report(_ milliseconds: Double) -> LoadReport {
    .fixture(latencies: Array(repeating: .milliseconds(milliseconds), count: 100))
  }

  /// A queue lag around 8 minutes with a deadband of 5 %, as a dashboard has it: in seconds here.
  @Test func stateDoesNotFlipFlopAroundTheLimit() {
    var state = SLAState(.p95 <= .seconds(8), deadband: .percent(5))
    // Degraded above 8 s, healthy again at 7.6 s or below.
    let lags: [(Double, Bool)] = [
      (7_900, false), (8_000, false), (8_001, true), (7_999, true), (7_700, true), (7_601, true),
      (7_600, false), (7_900, false), (8_100, true), (1_000, false),
    ]
    for (lag, expected) in lags {
      let isDegraded = state.update(with: report(lag))
      #expect(isDegraded == expected, "at \(lag) ms")
      #expect(state.isDegraded == expected && state.verdict != nil)
    }
  }

  @Test func leastLimitsHaveTheirBandAbove() {
    var state = SLAState(.throughput >= .perSecond(100), deadband: .percent(10))
    func rate(_ count: Int) -> LoadReport {
      .fixture(latencies: Array(repeating: .milliseconds(1), count: count))
    }
    var seen: [Bool] = []
    for count in [100, 99, 109, 110] { seen.append(state.update(with: rate(count))) }
    #expect(seen == [false, true, true, false])
  }

  @Test func nothingMeasuredChangesNothing() {
    var state = SLAState(.p95 <= .seconds(8), deadband: .percent(5))
    state.update(with: LoadReport.fixture())
    #expect(!state.isDegraded)
    state.update(with: report(9_000))
    state.update(with: LoadReport.fixture())
    #expect(state.isDegraded && state.verdict?.status == .undecided)
  }

  @Test func secondDeadbandTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = SLAState((.p95 <= .seconds(8)).deadband(0.1), deadband: .percent(5))
    }
    await #expect(processExitsWith: .failure) {
      _ = SLAState(.p95 <= .seconds(8), deadband: .percent(100))
    }
  }
}
