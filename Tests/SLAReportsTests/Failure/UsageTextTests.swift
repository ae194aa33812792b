// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import SLAReports
import SLATestSupport
import Testing

@Suite struct UsageTextTests {
  private func message(_ report: LoadReport, _ requirement: Requirement) -> String {
    FailureMessage(
      Assessment(of: report, by: SLA(nil, [requirement])),
      test: "statusTest",
      isDebugBuild: false
    ).text
  }

  @Test func aFailedCommandSaysWhatItWrote() {
    let report = LoadReport.command(
      "recipectl status",
      memory: [PeakMemory(seen: .megabytes(12), bound: .megabytes(120))],
      outputs: [1_200],
      failures: ["exit status 3": 2],
      lines: ["recipectl: there is no job 42", "see recipectl --help"]
    )
    #expect(
      message(report, .p95 <= .milliseconds(500)) == """
        error rate of "recipectl status" was 66.7 % (2 of 3); the limit is 0 % (66.7 percentage points over).

          requirement  target     actual   verdict
          error rate   <= 0 %     66.7 %   missed, 66.7 percentage points over
          p95          <= 500 ms  10.0 ms  met, 50.0× margin

          3 operations in 1.00 s (1 runs); 2 failed; 1.00 /s succeeded; at most 1 at once
          min 10.0 ms   mean 10.0 ms   p50 10.0 ms   p90 10.0 ms   p95 10.0 ms   p99 10.0 ms   max 10.0 ms
          Latency of 1 successful operation, from the start of each call; percentiles by nearest rank.
          failed: 2 × exit status 3
          cpu time 6.00 ms in the mean (user 4.00 ms, system 2.00 ms); memory peak 12.0 MB seen, at most 120 MB; \
        output 1.20 kB at most
          exit status 3 wrote:
          | recipectl: there is no job 42
          | see recipectl --help
          interval of error rate at 95 % confidence: 9.43 % to 99.2 %

          Warning: p95 of 1 sample is that one; it takes at least 20.
          Warning: no requirement says how many of these operations may fail, so none may; add one such as \
        .errorRate <= 0.01 to allow some.

        Next: mend the failures named above, then repeat: swift test -c release --no-parallel --filter statusTest
        """
    )
  }

  @Test func outputsOfSeveralCommandsAreToldApart() {
    func operations(_ count: Int) -> [RecordedOperation] {
      (1...count).map { number in
        let recorder = WorkerRecorder()
        recorder.record(FailureKind("exit status 3"), after: .milliseconds(1))
        var usage = CommandUsage()
        usage.add(.init(failure: FailureKind("exit status 3"), lines: ["no \(number)"]))
        return RecordedOperation("tool \(number)", recorder.recording, usage: usage)
      }
    }
    func text(_ count: Int) -> String {
      let report = LoadReport("tools", load: nil, elapsed: nil, operations: operations(count))
      return message(report, .cpu <= .seconds(1))
    }
    #expect(
      text(2).contains(
        """

          "tool 1": exit status 3 wrote:
          | no 1
          "tool 2": exit status 3 wrote:
          | no 2

        """
      )
    )
    #expect(text(12).contains("| no 10\n  2 more failed with output that is not shown\n"))
  }

  @Test func memoryOfSomeRunsSaysOfHowMany() {
    let unseen = PeakMemory(seen: nil, bound: .megabytes(120))
    let seen = PeakMemory(seen: .megabytes(12), bound: .megabytes(120))
    let report = LoadReport.command(memory: [seen, unseen, unseen])
    #expect(
      message(report, .peakMemory <= .megabytes(64)).contains(
        "memory peak 12.0 MB seen, at most 120 MB (seen in 1 of 3 runs); output"
      )
    )
  }

  @Test func withoutASuccessThereIsNothingButWhatFailed() {
    let report = LoadReport.command(
      memory: [],
      failures: ["exit status 3": 1],
      lines: ["no"]
    )
    #expect(
      message(report, .cpu <= .seconds(1)).contains(
        "\n  failed: 1 × exit status 3\n  exit status 3 wrote:\n  | no\n"
      )
    )
  }

  @Test func memoryIsMissedInItsUnit() {
    let report = LoadReport.command(memory: [PeakMemory(exactly: .megabytes(80))])
    #expect(
      message(report, .peakMemory <= .megabytes(64)).hasPrefix(
        "memory peak of \"run\" was 80.0 MB; the limit is 64 MB (25.0 % over).\n"
      )
    )
  }

  @Test func whatCannotBeDecidedSaysWhatToDo() {
    let short = LoadReport.command(memory: [PeakMemory(seen: nil, bound: .megabytes(120))])
    #expect(
      message(short, .peakMemory <= .megabytes(64)).hasSuffix(
        """
        Next: judge the memory of so short a command from a smaller test process, for Linux counts that as \
        the command's.
        """
      )
    )
    let load = LoadReport.fixture(latencies: [.milliseconds(1)])
    #expect(
      message(load, .cpu <= .milliseconds(64)).hasSuffix(
        "Next: judge what a CommandTest measured, or name the operation that is one: .on(_:)."
      )
    )
  }
}
