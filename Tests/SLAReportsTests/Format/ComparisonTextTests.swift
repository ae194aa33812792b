// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

@Suite struct ComparisonTextTests {
  private func comparison(
    _ base: [Int64],
    _ other: [Int64],
    failing: String? = nil,
    warnings: [Warning] = []
  ) -> CommandComparison {
    func operation(_ name: String, _ durations: [Int64]) -> RecordedOperation {
      let recorder = WorkerRecorder()
      for duration in durations { recorder.record(.milliseconds(duration)) }
      if let failing { recorder.record(FailureKind(failing), after: .milliseconds(1)) }
      return RecordedOperation(name, recorder.recording)
    }
    let operations = [operation("old", base), operation("new", other)]
    let report = LoadReport("both", load: nil, elapsed: nil, operations: operations)
      .adding(warnings)
    return CommandComparison(
      report,
      base: ("old", base.map { $0 * 1_000_000 }),
      other: ("new", other.map { $0 * 1_000_000 }),
      isJudged: true
    )
  }

  @Test func aDifferenceIsSaidWithItsInterval() {
    #expect(
      "\(comparison(six(20), six(30)))" == """
        "new" takes 1.50 times as long as "old" (95 % interval 1.50 to 1.50; medians 20.0 ms and 30.0 ms; \
        6 and 6 runs)
        """
    )
  }

  @Test func noDifferenceIsSaidToBeNone() {
    #expect(
      "\(comparison(six(20), six(20)))" == """
        no difference shown between "new" and "old": 1.00 times as long (95 % interval 1.00 to 1.00; medians \
        20.0 ms and 20.0 ms; 6 and 6 runs)
        """
    )
  }

  private func six(_ milliseconds: Int64) -> [Int64] { Array(repeating: milliseconds, count: 6) }

  @Test func tooFewRunsAreSaidToBeTooFew() {
    #expect(
      "\(comparison([20], [30, 30]))" == """
        too few runs to tell "new" from "old": 1.50 times as long (an interval takes 6 successful runs of each; \
        medians 20.0 ms and 30.0 ms; 1 and 2 runs)
        """
    )
  }

  @Test func failuresAreNamedWithTheirCounts() {
    #expect(
      "\(comparison(six(20), six(20), failing: "exit status 3"))".hasSuffix(
        "; 6 and 6 runs); \"old\" failed: 1 × exit status 3; \"new\" failed: 1 × exit status 3"
      )
    )
  }

  @Test func whatNeverSucceededIsNamed() {
    #expect(
      "\(comparison([1], [], failing: "exit status 3"))" == """
        no run of "new" succeeded; "old" failed: 1 × exit status 3; "new" failed: 1 × exit status 3
        """
    )
    #expect("\(comparison([], []))" == "no run of \"old\" and of \"new\" succeeded")
  }

  @Test func warningsFollow() {
    let warnings: [Warning] = [.shellStart(.milliseconds(2)), .smokeRun]
    let lines = "\(comparison(six(20), six(20), warnings: warnings))".split(separator: "\n")
    #expect(lines.dropFirst() == ["Warning: \(warnings[0]).", "Warning: \(warnings[1])."])
  }
}
