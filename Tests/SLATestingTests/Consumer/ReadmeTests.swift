// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import SLATesting
import Testing

@Suite struct ReadmeTests {
  /// The consumer package has every Swift block of the README among its sources.
  @Test(.timeLimit(.minutes(10))) func codeBlocksCompile() async throws {
    #expect(try Readme().swiftBlocks.count >= 4)
    _ = try await ConsumerPackage.shared.value
  }

  @Test func firstBlockOfSwiftIsAWholeTestFileOfAtMostTwelveLines() throws {
    let readme = try Readme()
    let first = try #require(readme.swiftBlocks.first)
    #expect(first.lines.count <= 12)
    #expect(first.lines.contains("import SLATesting") && first.text.contains("@Test"))
    let line = try #require(readme.lines.firstIndex(of: first.lines[0]))
    #expect(line < 30, "the first usable test is at line \(line + 1)")
  }

  /// The failure shown is the one that the library prints: 240 calls of 93…332 ms at 16 users.
  @Test func failureShownIsTheOnePrinted() throws {
    let report = LoadReport.fixture(
      latencies: (93...332).map { .milliseconds($0) },
      elapsed: .milliseconds(3_310)
    )
    let requirements: SLA = [
      .p95 <= .milliseconds(300), .errorRate <= 0.01, .throughput >= .perSecond(60),
    ]
    let text = FailureMessage(
      Assessment(of: report, by: requirements),
      test: "'HealthTests.healthAnswersInTime\\('",
      isDebugBuild: true
    ).text
    let block = try #require(try Readme().blocks.first { $0.language == "text" })
    #expect(block.text == text)
    let guide = "Sources/SLATesting/SLATesting.docc/Guides/reading-a-failure.md"
    #expect(try Repository.text(guide).contains(text))
  }

  @Test func lengthIsThatOfAFirstRead() throws {
    let count = try Readme().lines.count
    #expect((80...160).contains(count), "the README has \(count) lines")
  }
}
