// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// What `swift test` of a user's package exits with, and says, for each way a test can end.
///
/// A failure that is reported to the wrong library is lost without a word, so only the exit code of
/// a real run shows that none is.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ExitCodeTests {
  @Test(arguments: [
    "ConsumerTests.healthAnswersInTime", "ConsumerTests.processJob", "DesignCallSites/testHealth",
    "ConsumerTests.writes", "ConsumerTests.callSites", "ConsumerTests.listInATrait",
    "Swift5Tests.callSites", "NonsendingTests.callSites", "NonsendingTests.CallSites/",
    "SwiftTestingFixtures/met\\(", "SwiftTestingFixtures/knownIssue",
    "SwiftTestingFixtures/loadAlone\\(",
    "XCTestFixtures/testMet$",
  ])
  func metSLAExitsZero(test: String) async throws {
    let run = try await ConsumerPackage.shared.value.test(test)
    #expect(run.status == 0, "\(run.output)")
    let ranInXCTest = run.output.contains("Executed 1 test,")
    let ranInSwiftTesting = run.output.contains("Test run with 1 test in")
    #expect(ranInXCTest != ranInSwiftTesting, "\(run.output)")
  }

  @Test(arguments: [
    ("SwiftTestingFixtures/missed\\(", "p95 of \"GET /health\" was"),
    ("SwiftTestingFixtures/missedInADetachedTask", "p95 of \"GET /health\" was"),
    ("SwiftTestingFixtures/missedByTheNameOfXCTest", "p95 of \"GET /health\" was"),
    (
      "SwiftTestingFixtures/nothingMeasured",
      "p95 of \"nothing\" is undecided: nothing was measured"
    ),
    ("SwiftTestingFixtures/missedByTrait", "p95 of \"missedByTrait()\" was"),
    ("SwiftTestingFixtures/missedBySLATraitAlone", "max of \"missedBySLATraitAlone()\" was"),
    ("SwiftTestingFixtures/everyBodyThrows", "failed: 40 × status 503"),
    ("SwiftTestingFixtures/loadAloneThrows", "100 % (40 of 40)"),
    ("failuresNotAllowed", "error rate of \"failing\" was 2.50 % (1 of 40)"),
    ("limitThatHoldsForAnything", "the limit promises nothing"),
    ("emptyListInATrait", "the list of requirements is empty"),
    ("missedByTraitOfTheSuite", "p95 of \"missedByTraitOfTheSuite()\" was"),
    ("oneOfTwoCases", "failed: 20 × expectation failed"),
    ("XCTestClassFixtures", "XCTest counted no failure for this: the run exits with 1."),
    ("XCTestFixtures/testMissed$", "p95 of \"GET /health\" was"),
    ("XCTestFixtures/testMissedByTheNameOfSwiftTesting", "p95 of \"GET /health\" was"),
    ("XCTestFixtures/testMissedInADetachedTask", "p95 of \"GET /health\" was"),
    ("XCTestFixtures/testNothingMeasured", "p95 of \"nothing\" is undecided: nothing was measured"),
  ])
  func missedSLAExitsNonZeroAndSaysWhy(test: String, headline: String) async throws {
    let run = try await ConsumerPackage.shared.value.test(test)
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains(headline), "\(run.output)")
    #expect(run.output.contains("Next: "), "\(run.output)")
  }

  /// The body of a loaded test fails 40 times: three times shown, 40 times counted, and a failure.
  @Test func failedExpectationsOfABodyAreCountedAndNotFlooded() async throws {
    let run = try await ConsumerPackage.shared.value.test("expectationFailsInTheBody")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("failed: 40 × expectation failed"), "\(run.output)")
    #expect(run.output.ranges(of: "recorded a warning").count == 3, "\(run.output)")
  }

  @Test func failedExpectationOfATaskThatOutlivesItsOperationIsNotLost() async throws {
    let run = try await ConsumerPackage.shared.value.test("taskThatOutlivesItsOperation")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("Expectation failed"), "\(run.output)")
  }

  @Test(arguments: ["SwiftTestingFixtures/metWithAWarning", "XCTestFixtures/testMetWithAWarning"])
  func warningIsShownAndExitsZero(test: String) async throws {
    let run = try await ConsumerPackage.shared.value.test(test)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("The SLA of \"few\" is met, with a reservation."), "\(run.output)")
  }

  @Test func loadAlonePrintsItsFigures() async throws {
    let run = try await ConsumerPackage.shared.value.test("SwiftTestingFixtures/loadAlone\\(")
    #expect(run.output.contains("operation     n"), "\(run.output)")
    #expect(
      run.output.contains("error rate   <= 0 %  0 %     met, exactly at the limit"),
      "\(run.output)"
    )
  }
}
