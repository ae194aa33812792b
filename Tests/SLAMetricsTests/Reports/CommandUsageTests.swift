// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct CommandUsageTests {
  private func usage(_ milliseconds: Int64..., output: Int = 10) -> CommandUsage {
    var usage = CommandUsage()
    for time in milliseconds {
      usage.add(
        user: time * 1_000_000,
        system: 1_000_000,
        memory: PeakMemory(exactly: .megabytes(Int(time))),
        output: .bytes(output)
      )
    }
    return usage
  }

  @Test func nothingMeasuredHasNoFigures() {
    let none = CommandUsage()
    #expect(none.count == 0 && none.processorTime == nil && none.userTime == nil)
    #expect(none.peakMemory == nil && none.largestOutput == nil && none.smallestOutput == nil)
  }

  @Test func timesAreMeansAndMemoryIsTheMost() {
    let usage = usage(2, 4, 9)
    // (2 + 4 + 9) / 3 = 5 ms, and 1 ms of the system's.
    #expect(usage.count == 3 && usage.userTime == .milliseconds(5))
    #expect(usage.systemTime == .milliseconds(1) && usage.processorTime == .milliseconds(6))
    #expect(usage.peakMemory == PeakMemory(exactly: .megabytes(9)))
  }

  @Test func theLongestTimeThereIsHasAMean() {
    var usage = CommandUsage()
    let memory = PeakMemory(exactly: .bytes(1))
    usage.add(user: .max, system: .max, memory: memory, output: .bytes(1))
    #expect(usage.userTime == .nanoseconds(Int64.max) && usage.processorTime == usage.userTime)
  }

  @Test func runsWhoseMemoryWasSeenAreCounted() {
    var usage = usage(2, 4)
    for seen in [nil, ByteSize.megabytes(3), nil] {
      let memory = PeakMemory(seen: seen, bound: .megabytes(9))
      usage.add(user: 0, system: 0, memory: memory, output: .bytes(0))
    }
    #expect(usage.count == 5 && usage.memorySeenCount == 3)
    #expect(usage.peakMemory == PeakMemory(seen: .megabytes(4), bound: .megabytes(9)))
  }

  @Test func mergingIsAddingAllRuns() throws {
    let (few, many) = (usage(2, output: 5), usage(4, 9, output: 50))
    let merged = try #require(CommandUsage.merged([few, nil, many]))
    #expect(merged.userTime == .milliseconds(5) && merged.count == 3)
    #expect(merged.smallestOutput == .bytes(5) && merged.largestOutput == .bytes(50))
    #expect(CommandUsage.merged([nil, nil]) == nil)
    #expect(CommandUsage.merged([CommandUsage(), few]) == few)
  }

  @Test func outputOfTheFirstRunOfFiveKindsIsKept() {
    var usage = CommandUsage()
    usage.add(.init(failure: FailureKind("silent"), lines: []))
    for number in 0..<9 {
      let kind = FailureKind("exit status \(number / 2)")
      usage.add(.init(failure: kind, lines: ["run \(number)"]))
    }
    usage.add(.init(failure: FailureKind("one too many"), lines: ["no room"]))
    #expect(
      usage.failedOutputs.map(\.lines)
        == ["run 0", "run 2", "run 4", "run 6", "run 8"].map { [$0] }
    )
  }
}
