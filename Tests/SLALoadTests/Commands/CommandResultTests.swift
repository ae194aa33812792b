// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CommandResultTests {
  /// What a closure sees of a run.
  private func result(
    _ ending: FakeCommands.Ending,
    cold: Bool = false
  ) async throws
    -> CommandResult
  {
    let seen = Shared<CommandResult?>(nil)
    let fake = FakeCommands { _, _ in ending }
    let test = CommandTest("sh", ["status"], runs: cold ? 0 : 1, cold: cold ? 1 : 0)
      .expecting("anything") { result in
        seen.change { $0 = result }
        return true
      }
    _ = try await test.run(by: fake, time: fake.clock.source)
    return try #require(seen.value)
  }

  @Test func figuresAreThoseOfTheRun() async throws {
    let memory = PeakMemory(seen: .megabytes(3), bound: .megabytes(9))
    let result = try await result(
      .init(
        milliseconds: 42,
        user: 7_000_000,
        system: 2_000_000,
        memory: memory,
        output: "12",
        errorOutput: "345"
      )
    )
    #expect(result.name == "sh status" && !result.isCold && !result.isTimedOut)
    #expect(result.status == 0 && result.signal == nil && result.duration == .milliseconds(42))
    #expect(result.userTime == .milliseconds(7) && result.systemTime == .milliseconds(2))
    #expect(result.peakMemory == memory && result.outputSize == .bytes(5))
    #expect(result.output == "12" && result.errorOutput == "345")
    #expect(try await self.result(.init(), cold: true).isCold)
  }

  @Test func firstLinesAreFourOfStandardErrorBeforeStandardOutput() async throws {
    let result = try await result(
      .init(output: "out 1\nout 2\nout 3\n", errorOutput: "\n \nerr 1\r\n\u{1B}[31merr 2\n")
    )
    #expect(result.firstLines == ["err 1", " [31merr 2", "out 1", "out 2"])
    let long = try await self.result(.init(output: String(repeating: "x", count: 500)))
    #expect(long.firstLines == [String(repeating: "x", count: 159) + "…"])
    #expect(try await self.result(.init()).firstLines == [])
  }

  @Test(arguments: [
    (FakeCommands.Ending(status: 3), FailureKind("exit status 3")),
    (.init(status: nil, signal: 11), FailureKind("signal 11 (SIGSEGV)")),
    (.init(status: nil, signal: 40), FailureKind("signal 40")),
    (
      .init(status: nil, signal: 9, cause: .timeout),
      FailureKind(.timeout, reason: "no end within 60 s")
    ),
    (.init(status: nil, signal: 9, cause: .tooMuchOutput), FailureKind("more than 1 GB of output")),
  ])
  func failuresHaveTheirKind(ending: FakeCommands.Ending, kind: FailureKind) async throws {
    let fake = FakeCommands { _, _ in ending }
    let report = try await CommandTest("sh", runs: 1).run(by: fake, time: fake.clock.source)
    #expect(report.failures == [kind: 1])
  }
}
