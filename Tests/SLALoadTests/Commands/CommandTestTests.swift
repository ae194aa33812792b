// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct CommandTestTests {
  private func run(
    _ test: CommandTest,
    mode: String? = nil,
    scale: String? = nil,
    by commands: FakeCommands = FakeCommands { _, _ in .init() }
  ) async throws -> LoadReport {
    let environment = ["SLA_MODE": mode, "SLA_SCALE": scale].compactMapValues(\.self)
    return try await RunMode.$environment.withValue(environment) {
      try await test.run(by: commands, time: commands.clock.source)
    }
  }

  @Test func runsAndColdRunsAreOperationsAndWarmUpsAreNone() async throws {
    let steps = Shared<[String]>([])
    let fake = FakeCommands { _, number in
      steps.change { $0.append("run") }
      // Three cold ones of 100 ms, two to warm up, and 5 of 10 ms to 14 ms.
      return .init(milliseconds: number < 3 ? 100 : (number < 5 ? 1_000 : number + 5))
    }
    let test = CommandTest("sh", ["status", "42"], runs: 5, warmups: 2, cold: 3)
      .prepare { steps.change { $0.append("prepare") } }
      .prepareCold { steps.change { $0.append("cold") } }
      .cleanup { steps.change { $0.append("cleanup") } }
    let report = try await run(test, by: fake)
    #expect(report.operations.map(\.name) == ["sh status", "sh status (cold)"])
    let warm = try #require(report.operation("sh status"))
    #expect(warm.count == 5 && warm.latency?.p50 == .milliseconds(12))
    let cold = try #require(report.operation("sh status (cold)"))
    #expect(cold.count == 3 && cold.latency?.max == .milliseconds(100))
    #expect(report.load == "5 runs, 3 cold, after 2 to warm up")
    // 300 ms cold, 2 s to warm up, 60 ms; preparations take no time here.
    #expect(report.elapsed == .milliseconds(2_360) && report.peakInFlight == 1)
    #expect(report.warnings == [])
    #expect(steps.value.prefix(4) == ["prepare", "cold", "run", "cleanup"])
    #expect(steps.value.filter { $0 == "cold" }.count == 3)
    #expect(steps.value.suffix(3) == ["prepare", "run", "cleanup"])
  }

  @Test(arguments: [
    (["--help"], "sh --help"), (["run", "--help"], "sh run --help"),
    (["status", "ex_42"], "sh status"), (["cost", "--days", "7"], "sh cost --days"),
    (["logs", "", "all"], "sh logs"), ([], "sh"), (["./a"], "sh"),
  ])
  func theNameIsThatOfTheProgramWithItsFirstWords(arguments: [String], name: String) {
    #expect(CommandTest("/bin/sh", arguments).name == name)
    #expect(CommandTest("/bin/sh", arguments, name: "mine").name == "mine")
  }

  @Test func theNameOfAScriptIsItsBeginning() {
    #expect(CommandTest(shell: "ls |\n  wc -l").name == "ls | wc -l")
    let name = CommandTest(shell: String(repeating: "echo ", count: 20)).name
    #expect(name.count == 60 && name.hasSuffix("…"))
  }

  @Test func usageIsOfTheRunsThatSucceeded() async throws {
    let fake = FakeCommands { _, number in
      .init(
        status: number == 3 ? 1 : 0,
        user: Int64(number) * 1_000_000,
        system: 500_000,
        memory: PeakMemory(exactly: .megabytes(10 + number)),
        output: String(repeating: "x", count: 10 * (number + 1))
      )
    }
    let report = try await run(CommandTest("sh", runs: 4), by: fake)
    let usage = try #require(report.operation("sh")?.usage)
    // User times 0, 1 and 2 ms; the run of 3 ms and 13 MB failed.
    #expect(usage.count == 3 && usage.userTime == .milliseconds(1))
    #expect(usage.systemTime == .microseconds(500) && usage.processorTime == .microseconds(1_500))
    #expect(usage.peakMemory == PeakMemory(exactly: .megabytes(12)))
    #expect(usage.smallestOutput == .bytes(10) && usage.largestOutput == .bytes(30))
    #expect(report.total.usage == usage)
  }

  @Test func eachKindOfFailureKeepsTheFirstLinesOfItsFirstRun() async throws {
    let fake = FakeCommands { _, number in
      .init(status: number < 2 ? 3 : 4, errorOutput: "\nrun \(number)\nmore\n")
    }
    let report = try await run(CommandTest("sh", runs: 3), by: fake)
    #expect(report.failures == [FailureKind("exit status 3"): 2, FailureKind("exit status 4"): 1])
    #expect(
      report.total.usage?.failedOutputs == [
        .init(failure: FailureKind("exit status 3"), lines: ["run 0", "more"]),
        .init(failure: FailureKind("exit status 4"), lines: ["run 2", "more"]),
      ]
    )
  }

  @Test func aSlowFirstRunIsPointedOut() async throws {
    let fake = FakeCommands { _, number in .init(milliseconds: number == 0 ? 80 : 10) }
    let slow = Warning.slowFirstRun("sh", first: .milliseconds(80), median: .milliseconds(10))
    #expect(try await run(CommandTest("sh", runs: 6), by: fake).warnings == [slow])
    // Not where it was left out, though another one happened to be slow.
    let warm = CommandTest("sh", runs: 6, warmups: 1)
    let first = FakeCommands { _, number in .init(milliseconds: number < 2 ? 80 : 10) }
    #expect(try await run(warm, by: first).warnings == [])
    // The first failed; the slow one is the second.
    let failing = FakeCommands { _, number in
      .init(milliseconds: number == 1 ? 80 : 10, status: number == 0 ? 1 : 0)
    }
    #expect(try await run(CommandTest("sh", runs: 7), by: failing).warnings == [])
  }

  @Test func coldRunsThatNothingMakesColdAreWarnedOf() async throws {
    let test = CommandTest("sh", cold: 2)
    #expect(try await run(test).warnings == [.unpreparedColdRuns("sh")])
    #expect(try await run(CommandTest("sh", cold: 1)).warnings == [])
    #expect(try await run(test.prepareCold {}).warnings == [])
  }

  @Test func theShellsOwnStartIsSaid() async throws {
    let fake = FakeCommands { request, _ in .init(milliseconds: request.arguments[2] == ":" ? 2 : 9)
    }
    let report = try await run(CommandTest(shell: "ls | wc -l", runs: 3), by: fake)
    #expect(report.warnings == [.shellStart(.milliseconds(2))])
    #expect(report.latency?.max == .milliseconds(9) && report.count == 3)
    #expect(fake.run.first?.arguments == ["sh", "-c", "ls | wc -l"])
    #expect(fake.run.first?.path == "/bin/sh")
    // Eleven starts of 2 ms are not in the time of the run.
    #expect(fake.run.count == 14 && report.elapsed == .milliseconds(27))
  }

  /// It is measured after the runs, in no directory and without input, which are there for the runs only.
  @Test func theShellsStartNeedsNothingThatIsPrepared() async throws {
    let files = FileManager.default
    let directory = files.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    let input = directory + ".txt"
    let test = CommandTest(shell: "cat", runs: 2).directory(directory).input(file: input)
      .prepare {
        try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data("soup".utf8).write(to: URL(fileURLWithPath: input))
      }
      .expecting("the soup") { $0.output == "soup" }
      .cleanup { for path in [directory, input] { try files.removeItem(atPath: path) } }
    let report = try await test.run()
    #expect(report.failures == [:] && report.count == 2 && report.warnings.count == 1)
  }

  @Test func runsAtOnceHaveThreadsOfTheirOwn() async throws {
    // More than Swift has threads: on those, eight sleeps of 0.1 s could not overlap.
    let report = try await CommandTest("sleep", ["0.1"], runs: 16, concurrency: 8).run()
    #expect(report.peakInFlight == 8 && report.count == 16 && report.failures == [:])
    #expect(report.load == "16 runs, 8 at once")
  }

  // MARK: - Modes

  @Test func smokeRunsEachOperationOnceAndOffNone() async throws {
    let test = CommandTest("sh", runs: 30, warmups: 2, cold: 3, concurrency: 4).prepareCold {}
    let fake = FakeCommands { _, _ in .init() }
    let smoke = try await run(test, mode: "smoke", by: fake)
    #expect(smoke.operations.map(\.count) == [1, 1] && fake.run.count == 2)
    #expect(smoke.warnings == [.smokeRun])
    // Nothing is looked for either.
    let missing = CommandTest("no-such-command", runs: 30)
    let off = try await run(missing, mode: "off", by: fake)
    #expect(off.count == 0 && off.warnings == [.nothingRun] && fake.run.count == 2)
  }

  @Test func aScaleMakesFewerOrMoreRunsButNotNone() async throws {
    let test = CommandTest("sh", runs: 30, warmups: 1, cold: 3).prepareCold {}
    let report = try await run(test, scale: "0.1")
    #expect(report.operations.map(\.count) == [3, 1])
    let written = "30 runs, 3 cold, after 1 to warm up"
    #expect(report.warnings == [.scaledLoad(by: 0.1, of: written)])
    await #expect(throws: RunModeError.self) { try await run(test, mode: "quick") }
  }

  // MARK: - What goes wrong

  @Test func whatCannotBeStartedIsThrownBeforeAnythingRuns() async {
    let prepared = Shared(0)
    let test = CommandTest("no-such-command").prepare { prepared.change { $0 += 1 } }
    let error = await #expect(throws: CommandError.self) { try await test.run() }
    #expect(error?.command == "no-such-command" && error?.code == .notFound)
    #expect(prepared.value == 0)
  }

  @Test func whatAPreparationThrowsIsThrownAndCleanUpFollowsARun() async {
    struct Broken: Error {}
    let cleaned = Shared(0)
    let fake = FakeCommands { _, number in
      if number == 0 { throw CommandError(.cannotStart, "sh", path: "/bin/sh", systemCode: 11) }
      return .init()
    }
    let test = CommandTest("sh", runs: 5).cleanup { cleaned.change { $0 += 1 } }
    await #expect(throws: CommandError.self) { try await run(test, by: fake) }
    #expect(cleaned.value == 1 && fake.run.count == 1)
    await #expect(throws: Broken.self) { try await run(test.prepare { throw Broken() }) }
    await #expect(throws: Broken.self) {
      try await run(test.prepareCold { throw Broken() }.cleanup { throw Broken() })
    }
  }

  @Test func oneRunOfManyThatCannotBeStartedHasFailed() async throws {
    // ENOMEM, and a script whose own start is measured afterwards.
    let fake = FakeCommands { _, number in
      if number > 2 { throw CommandError(.cannotStart, "sh", path: "/bin/sh", systemCode: 12) }
      return .init()
    }
    let report = try await run(CommandTest(shell: "ls", runs: 4), by: fake)
    let reason = "could not be started: Cannot allocate memory"
    #expect(report.count == 4 && report.failures == [FailureKind(reason): 1])
    #expect(report.warnings == [])
  }

  @Test func cancellingEndsWhatRuns() async throws {
    let task = Task { try await CommandTest("sleep", ["60"], runs: 3, concurrency: 3).run() }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func impossibleNumbersTrap() async {
    await #expect(processExitsWith: .failure) { _ = CommandTest("sh", runs: -1) }
    await #expect(processExitsWith: .failure) { _ = CommandTest("sh", concurrency: 0) }
    await #expect(processExitsWith: .failure) { _ = CommandTest("sh").timeout(.zero) }
  }
}
