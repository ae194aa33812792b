// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
public import Testing

/// A trait that keeps tests from running beside each other: in all suites, and in all processes of a user.
///
/// ```swift
/// @Test(.exclusive, .load(.users(16, requests: 240)), .sla(.p95 <= .milliseconds(300)))
/// func processJob() async throws { try await api.process(sample) }
/// ```
///
/// Tests without it run beside those that have it: give it to all that measure, or run with `--no-parallel`. The
/// wait is in no figure, whatever the order of the traits; a `.timeLimit` contains it.
///
/// On a suite it applies to each test in it, not to the suite as a whole. Outside of Swift Testing there is
/// `exclusively(_:)`, which has the same lock.
public struct ExclusiveTrait: TestTrait, SuiteTrait, TestScoping {
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

  /// Runs a test when no other runs that has the trait.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - testCase: The case of the test.
  ///   - function: The body of the test.
  /// - Throws: `FileLockError` if there is no lock to be had; `CancellationError` if the test was cancelled
  ///   while it waited; what the body throws.
  public func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await exclusively(function)
  }
}

extension Trait where Self == ExclusiveTrait {
  /// Keeps the test from running beside others that have this trait, in this process and in others.
  public static var exclusive: Self { ExclusiveTrait() }
}
