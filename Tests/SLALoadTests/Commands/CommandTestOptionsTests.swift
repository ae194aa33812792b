// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// Options, by programs of the system.
@Suite struct CommandTestOptionsTests {
  private func failures(_ test: CommandTest) async throws -> [FailureKind: Int] {
    try await test.run().failures
  }

  private func shell(_ script: String) -> CommandTest {
    CommandTest("/bin/sh", ["-c", script], runs: 1)
  }

  @Test func environmentDirectoryAndInputReachTheCommand() async throws {
    let script = """
      test "$FRUIT" = fig && test -z "$HOME" && test "$(pwd)" = /usr && test "$(cat)" = soup
      """
    let test = shell(script).environment(["FRUIT": "fig", "HOME": nil]).directory("/usr")
    #expect(try await failures(test.input("soup\n")) == [:])
    #expect(try await failures(test.input("ham\n")) == [FailureKind("exit status 1"): 1])
    #expect(
      try await failures(shell("test -n \"$(head -n 1)\"").input(file: "/etc/passwd")) == [:]
    )
  }

  @Test func aRelativePathIsMeantFromThisDirectory() async throws {
    // From the root of the package, in which tests run.
    let test = CommandTest("../../../../../../../../bin/pwd", runs: 1).directory("/usr")
    let report = try await test.expecting("the directory") { $0.output == "/usr\n" }.run()
    #expect(report.failures == [:])
  }

  @Test func thePathOfTheEnvironmentGivenIsLookedThrough() async throws {
    let test = CommandTest("sh", ["-c", ":"], runs: 1).environment(["PATH": "/nowhere"])
    await #expect(throws: CommandError.self) { try await test.run() }
  }

  @Test func statusesCanBeOthersThanZero() async throws {
    let test = shell("exit 64")
    #expect(try await failures(test) == [FailureKind("exit status 64"): 1])
    #expect(try await failures(test.expectingStatus(64)) == [:])
    #expect(try await failures(test.expectingStatus(0, 64)) == [:])
    #expect(try await failures(test.expectingStatus(in: 1...255)) == [:])
    #expect(
      try await failures(shell(":").expectingStatus(in: 1...255))
        == [FailureKind("exit status 0"): 1]
    )
    let killed = shell("kill -9 $$").expectingStatus(in: 0...255)
    #expect(try await failures(killed) == [FailureKind("signal 9 (SIGKILL)"): 1])
  }

  @Test func statusesThatNoCommandHasTrap() async {
    await #expect(processExitsWith: .failure) { _ = CommandTest("sh").expectingStatus(-1) }
    await #expect(processExitsWith: .failure) { _ = CommandTest("sh").expectingStatus(in: 0...256) }
    await #expect(processExitsWith: .failure) {
      _ = CommandTest("sh").expectingStatus(in: 300...400)
    }
  }

  @Test func expectationsOfMoreThanTheBeginningAreWarnedOf() async throws {
    // The second run writes as much as is kept, the third a byte more, as the fourth which fails.
    let fake = FakeCommands { _, number in
      let count = [0, 64 << 10, (64 << 10) + 1, (64 << 10) + 1][number]
      return .init(
        status: number == 3 ? 1 : 0,
        output: String(repeating: "x", count: count % 3),
        errorOutput: String(repeating: "x", count: count)
      )
    }
    let seen = Shared<[Bool]>([])
    let test = CommandTest("sh", runs: 4)
    let expecting = test.expecting("anything") { result in
      seen.change { $0.append(result.isOutputTruncated) }
      return true
    }
    let report = try await expecting.run(by: fake, time: fake.clock.source)
    #expect(seen.value == [false, false, true])
    #expect(report.warnings == [.truncatedOutput("sh", runs: 1)])
    let other = FakeCommands { _, _ in .init(output: String(repeating: "x", count: 70_000)) }
    #expect(try await test.run(by: other, time: other.clock.source).warnings == [])
  }

  @Test(arguments: [
    CommandTest("sh", ["a\0b"]), CommandTest(shell: "a\0b"), CommandTest("sh").directory("/usr\0"),
    CommandTest("sh").environment(["A": "\0"]), CommandTest("sh").input(file: "\0"),
  ])
  func textsThatTheSystemWouldCutAreRefused(test: CommandTest) async {
    let error = await #expect(throws: CommandError.self) { try await test.run() }
    #expect(error?.code == .hasNUL)
  }

  @Test func aRunBeyondItsTimeoutIsATimeout() async throws {
    let report = try await shell("sleep 60").timeout(.milliseconds(50)).run()
    #expect(report.failures == [FailureKind(.timeout, reason: "no end within 50 ms"): 1])
  }

  @Test func aRunThatIsNotAsExpectedIsAnInvalidResult() async throws {
    struct Unreadable: Error {}
    let test = shell("echo done; echo careful >&2")
    let fine = test.expecting("the state") { $0.output == "done\n" && $0.status == 0 }
      .expecting("a caution") { $0.errorOutput.contains("careful") && $0.duration > .zero }
    #expect(try await failures(fine) == [:])
    #expect(
      try await failures(fine.expecting("brevity") { $0.outputSize <= .bytes(3) })
        == [FailureKind(.invalidResult, reason: "not as expected: brevity"): 1]
    )
    #expect(
      try await failures(test.expecting("a number") { _ in throw Unreadable() })
        == [FailureKind(.invalidResult, reason: "a number: Unreadable()"): 1]
    )
  }

  @Test func progressIsWrittenOnlyWhereItIsAskedFor() async throws {
    // Less than two seconds: no line whatever is said.
    #expect(try await shell(":").progress(.never).run().count == 1)
  }

  @Test(arguments: ["", "A=B", "="])
  func namesThatNoVariableCanHaveAreRefused(name: String) async {
    let test = shell(":").environment([name: "c"])
    let error = await #expect(throws: CommandError.self) { try await test.run() }
    #expect(
      error?.description == """
        the command "/bin/sh" cannot be started: no environment variable can be called "\(name)"; a name has \
        one character at least, and no "="
        """
    )
  }
}
