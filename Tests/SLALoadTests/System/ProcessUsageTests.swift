// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import Testing

@Suite struct ProcessUsageTests {
  @Test func computingIsSeen() throws {
    let before = ProcessUsage.now()
    let start = try #require(before.processorTime)
    var sum: UInt64 = 0
    var end = start
    while end - start < 20_000_000 {
      for number in 0..<10_000 { sum &+= UInt64(number) &* sum ^ 3 }
      end = try #require(ProcessUsage.now().processorTime)
    }
    let after = ProcessUsage.now()
    #expect(sum != 1 && after.time > before.time)
    #if os(Linux)
    // Of some thread at least as much is told as that took, give or take what the others did.
    let longest = after.threads.map { $1.running - (before.threads[$0]?.running ?? 0) }.max()
    #expect(try #require(longest) > 0)
    #endif
  }

  @Test func busyTimeIsThatOfTheCoresAllowed() {
    let text = """
      cpu  421822 40 56389 198245 564 0 4808 291 0 0
      cpu0 100 2 30 105457 109 0 2105 143 0 0
      cpu1 200 0 50 92788 454 0 2703 147 0 0
      intr 4073256 0 0
      """
    // Hundredths of a second: 132 and 250.
    #expect(ProcessUsage.busyTime(in: text, ofCores: { $0 == 0 }) == 1_320_000_000)
    #expect(ProcessUsage.busyTime(in: text, ofCores: { _ in true }) == 1_910_000_000)
    #expect(ProcessUsage.busyTime(in: text, ofCores: { $0 > 1 }) == nil)
    #expect(ProcessUsage.busyTime(in: "", ofCores: { _ in true }) == nil)
    #expect(ProcessUsage.busyTime(in: text, ofCores: nil) == nil)
  }

  @Test func reportsCarryWhatTheProcessUsed() async throws {
    let report = try await LoadTest("compute", .users(2, for: .milliseconds(150))) { _ in
      var sum: UInt64 = 0
      for number in 0..<20_000 { sum &+= UInt64(number) &* sum ^ 3 }
      return sum
    }.run()
    let generator = try #require(report.generator)
    #expect(try #require(generator.processorTime) > .zero)
    #expect(try #require(generator.processorShare) > 0)
    #expect(generator.cores >= 1 && generator.users == 2)
    #if os(Linux)
    #expect(try #require(generator.busiestThreadShare) > 0)
    #expect(try #require(generator.runQueueDelay) >= .zero)
    #expect((0...1).contains(try #require(generator.otherProcessorShare)))
    #endif
  }
}
