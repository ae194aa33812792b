// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import Testing

/// A trait that makes the body of a test the operation of a load test.
///
/// ```swift
/// @Test(.load(.users(16, requests: 240)), .sla(.p95 <= .milliseconds(300), .errorRate <= 0.01))
/// func processJob() async throws { try await api.process(sample) }
/// ```
///
/// An error that the body throws and an expectation that fails in it count as a failure of that
/// operation, and the load goes on; the first three failed expectations are shown, as warnings.
/// Unless a requirement says how many may fail, none may. Each operation has an instance of the
/// suite of its own. Without an ``SLATrait``, the figures are printed.
///
/// Traits written after this one run around each operation and are timed with it, but for `.exclusive`: write
/// those that set something up before it.
///
/// Where the environment says `SLA_MODE=off`, tests with this trait are skipped.
///
/// On a suite it applies to each test in it; where both the suite and the test have one, the
/// test's counts.
public struct LoadTrait: TestTrait, SuiteTrait, TestScoping {
  let profile: LoadProfile
  let execution: LoadExecution

  /// Whether the trait applies to each test of a suite rather than to the suite: it does.
  public var isRecursive: Bool { true }

  /// Returns the trait for each case of a test that it runs.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - testCase: The case of the test, or `nil` for a suite.
  /// - Returns: The trait, or `nil` where it has nothing to run.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    testCase == nil ? nil : self
  }

  /// Has the test skipped where the environment says `SLA_MODE=off`.
  ///
  /// - Parameter test: The test.
  /// - Throws: What makes Swift Testing skip the test.
  public func prepare(for test: Test) async throws { try await LoadedTest.skipIfOff(test) }

  /// Runs the body of a test under load and judges it.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - testCase: The case of the test.
  ///   - function: The body of the test.
  /// - Throws: `CancellationError` if the test was cancelled; what keeps the load from being run.
  public func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let innermost = test.traits.lazy.compactMap { $0 as? LoadTrait }.last
    let trait = innermost ?? self
    try await LoadedTest(
      test: test,
      testCase: testCase,
      profile: trait.profile,
      execution: trait.execution
    ).run(function)
  }
}

extension Trait where Self == LoadTrait {
  /// Makes the body of a test the operation of a load test.
  ///
  /// - Parameters:
  ///   - profile: How load is offered.
  ///   - execution: On what threads bodies run: `.blocking` gives each user a thread of its own, for bodies
  ///     that block.
  /// - Returns: The trait.
  public static func load(
    _ profile: LoadProfile,
    execution: LoadExecution = .cooperative
  ) -> Self {
    LoadTrait(profile: profile, execution: execution)
  }
}
