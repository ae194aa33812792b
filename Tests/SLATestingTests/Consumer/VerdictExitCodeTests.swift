// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// What `swift test` of a user's package exits with, and says, for each kind of verdict.
@Suite(.serialized, .timeLimit(.minutes(10))) struct VerdictExitCodeTests {
  private func run(_ test: String, _ options: [String] = []) async throws -> ConsumerPackage.Run {
    try await ConsumerPackage.shared.value.test("VerdictFixtures/\(test)", options: options)
  }

  @Test(arguments: [
    "met\\(", "requiredAndMet", "known", "verdictAlone", "untilDecided", "withinTheDeadband",
    "doubtful",
    "testMet$", "testWithinTheDeadband",
  ])
  func metAndKnownExitZero(test: String) async throws {
    let run = try await run(test)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("with 1 test in") != run.output.contains("Executed 1 test,"))
  }

  private static let undecided =
    "which leaves it open at 95 % confidence; about 59 operations would"
  private static let missed =
    "p95 of \"db write\" was 1.00 ms; the limit is 5 µs (200 × the limit)."
  private static let notThere = "there is no operation \"db read\"; there are \"db write\""
  private static let invalid = "is undecided: the load was not valid, and has to be"

  @Test(arguments: [
    ("/undecided\\(", undecided), ("/missed\\(", missed), ("notThere", notThere),
    ("/invalid", invalid),
    ("/required\\(", missed), ("oneUndecidedCase", undecided),
    ("undecidedByTrait", "p95 of \"undecidedByTrait()\" was"), ("testUndecided", undecided),
    ("testMissed", missed), ("testNotThere", notThere), ("testInvalid", invalid),
    ("testRequired", missed),
  ])
  func othersExitNonZeroAndSayWhy(test: String, text: String) async throws {
    let run = try await run(test.hasPrefix("/") ? String(test.dropFirst()) : test)
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains(text), "\(run.output)")
    #expect(run.output.contains("Next: "), "\(run.output)")
    #expect(!run.output.contains("reached what comes after"), "\(run.output)")
  }

  @Test(arguments: [["--parallel"], ["--no-parallel"]])
  func waysOfRunningHideNothing(options: [String]) async throws {
    for test in ["undecided\\(", "testUndecided"] {
      let failed = try await run(test, options)
      #expect(failed.status == 1, "\(failed.output)")
      #expect(failed.output.contains(Self.undecided), "\(failed.output)")
    }
    for test in ["met\\(", "testMet$"] {
      #expect(try await run(test, options).status == 0)
    }
  }

  @Test func whatIsDoubtfulIsSaid() async throws {
    for test in ["withinTheDeadband", "testWithinTheDeadband"] {
      let run = try await run(test)
      #expect(run.output.contains("is met, with a reservation."), "\(run.output)")
      #expect(run.output.contains("its deadband is"), "\(run.output)")
    }
    let doubtful = try await run("doubtful")
    #expect(doubtful.output.contains("of 40 users ran at once"), "\(doubtful.output)")
  }

  @Test func loadRunsUntilItIsDecided() async throws {
    #expect(try await run("untilDecided").output.contains("decided by few"))
    #expect(try await run("verdictAlone").output.contains("verdict: missed"))
    #expect(try await run("requiredAndMet").output.contains("reached what comes after"))
  }

  @Test func requiredFailsAtItsLineAndEndsTheTest() async throws {
    let run = try await run("required\\(")
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.contains("recorded an issue at VerdictFixtures.swift:") })
    #expect(run.output.contains("is not met: see the failure at"), "\(run.output)")
  }
}
