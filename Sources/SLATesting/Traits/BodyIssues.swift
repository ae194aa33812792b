// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing

/// What becomes of issues that the body of a test records while it runs as an operation.
///
/// Each marks its operation as failed. They are shown as warnings, so that the requirements decide
/// whether the test fails, and only the first few, so that 10,000 operations do not print 10,000.
final class BodyIssues: Sendable {
  /// An operation in which an expectation failed.
  private struct ExpectationFailure: Error, CustomStringConvertible {
    var description: String { "expectation failed" }
  }

  /// One run of the body, and whether an issue was recorded in it.
  private final class Attempt: Sendable {
    let hasFailed = Atomic<Bool>(false)
  }

  /// The most issues that are shown.
  private static let shownLimit = 3

  @TaskLocal private static var attempt: Attempt?

  private let recorded = Atomic<Int>(0)

  /// The trait whose scope the load must run in.
  var handling: IssueHandlingTrait {
    .compactMapIssues { [self] issue in transform(issue) }
  }

  /// Runs the body once.
  ///
  /// - Throws: What the body throws, or an error if it recorded an issue.
  func attempt(_ body: @concurrent @Sendable () async throws -> Void) async throws {
    let attempt = Attempt()
    let result: Result<Void, any Error>
    do {
      result = .success(try await Self.$attempt.withValue(attempt) { try await body() })
    } catch {
      result = .failure(error)
    }
    guard !attempt.hasFailed.load(ordering: .acquiring) else { throw ExpectationFailure() }
    try result.get()
  }

  private func transform(_ issue: Issue) -> Issue? {
    // An issue from outside any attempt, such as one of a detached task, keeps its weight.
    guard let attempt = Self.attempt else { return issue }
    #if compiler(>=6.3)
    guard issue.isFailure else { return issue }
    attempt.hasFailed.store(true, ordering: .releasing)
    let number = recorded.wrappingAdd(1, ordering: .relaxed).newValue
    guard number <= Self.shownLimit else { return nil }
    var shown = issue
    shown.severity = .warning
    return shown
    #else
    attempt.hasFailed.store(true, ordering: .releasing)
    return nil
    #endif
  }
}
