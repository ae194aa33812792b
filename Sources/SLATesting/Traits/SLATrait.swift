// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import Testing

/// A trait that requires something of how the body of a test performs.
///
/// With a ``LoadTrait`` it judges that load, whichever is written first; without one it judges a
/// single run of the body. Requirements of a suite and of its tests add up.
public struct SLATrait: TestTrait, SuiteTrait, TestScoping {
  let requirements: [Requirement]

  /// Whether the trait applies to each test of a suite rather than to the suite: it does.
  public var isRecursive: Bool { true }

  /// Returns the trait for each case of a test that it runs.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - testCase: The case of the test, or `nil` for a suite.
  /// - Returns: The trait, or `nil` where it has nothing to run.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    testCase == nil || test.traits.contains { $0 is LoadTrait } ? nil : self
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
  /// - Throws: `CancellationError` if the test was cancelled.
  public func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await LoadedTest(test: test, testCase: testCase, profile: .sequential(1)).run(function)
  }
}

extension Trait where Self == SLATrait {
  /// Requires something of how the body of a test performs.
  ///
  /// - Parameters:
  ///   - requirement: What is required.
  ///   - more: What else is required.
  /// - Returns: The trait.
  public static func sla(_ requirement: Requirement, _ more: Requirement...) -> Self {
    SLATrait(requirements: [requirement] + more)
  }

  /// Requires a list of things of how the body of a test performs.
  ///
  /// - Parameter requirements: What is required; an empty list is a failure.
  /// - Returns: The trait.
  public static func sla(_ requirements: [Requirement]) -> Self {
    SLATrait(requirements: requirements)
  }
}
