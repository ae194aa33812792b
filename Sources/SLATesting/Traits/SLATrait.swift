// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import Testing

/// A trait that requires something of how the body of a test performs.
///
/// With a ``LoadTrait`` it judges that load, whichever is written first; without one it judges a
/// single run of the body. Requirements of a suite and of its tests add up.
public struct SLATrait: TestTrait, SuiteTrait, TestScoping {
  let sla: SLA
  let options: JudgingOptions

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
  ///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
  ///     observation decide.
  ///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
  /// - Returns: The trait.
  /// - Precondition: `confidence` is in `0.5..<1`.
  public static func sla(
    _ requirement: Requirement,
    _ more: Requirement...,
    confidence: Double? = nil,
    requireValidLoad: Bool = false
  ) -> Self {
    let sla = SLA(nil, [requirement] + more)
    return .sla(sla, confidence: confidence, requireValidLoad: requireValidLoad)
  }

  /// Requires that the body of a test meets an SLA.
  ///
  /// - Parameters:
  ///   - sla: What is required; an empty list is a failure.
  ///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
  ///     observation decide.
  ///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
  /// - Returns: The trait.
  /// - Precondition: `confidence` is in `0.5..<1`.
  public static func sla(
    _ sla: SLA,
    confidence: Double? = nil,
    requireValidLoad: Bool = false
  ) -> Self {
    let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
    return SLATrait(sla: sla, options: options)
  }
}
