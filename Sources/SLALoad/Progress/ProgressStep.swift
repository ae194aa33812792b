// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Which of several runs is at work, for the lines of progress: `10 users (3 of 12)`.
enum ProgressStep {
  /// The step in words; `nil` where there is but one run.
  @TaskLocal static var current: String?

  /// Runs a step.
  ///
  /// - Parameters:
  ///   - name: What the step is called.
  ///   - number: How many steps there were before it.
  ///   - count: How many steps there are.
  ///   - isolation: The actor of the caller, on which it is done.
  ///   - run: What is done.
  /// - Returns: What it returns.
  /// - Throws: What it throws.
  static func named<Result>(
    _ name: String,
    _ number: Int,
    of count: Int,
    isolation: isolated (any Actor)? = #isolation,
    _ run: () async throws -> Result
  ) async rethrows -> Result {
    try await $current.withValue("\(name) (\(number + 1) of \(count))", operation: run)
  }
}
