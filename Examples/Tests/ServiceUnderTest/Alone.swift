// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
package import Testing

/// A trait of suites that load the machine: no two of them run at the same time.
///
/// Swift Testing runs suites side by side, also those of different targets; `.serialized` orders the
/// tests within one suite only. Checks of latency that shared the cores would judge each other.
package struct Alone: SuiteTrait, TestScoping {
  private static let turns = ConcurrencyLimit(1)

  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await Self.turns.run { try await function() }
  }
}

extension Trait where Self == Alone {
  /// Lets the suite begin when no other suite with this trait is at work.
  package static var alone: Alone { Alone() }
}
