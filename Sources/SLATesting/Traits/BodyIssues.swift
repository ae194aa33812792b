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

  /// One run of the body, and what became of it.
  private final class Attempt: Sendable {
    private let state = Guarded((hasFailed: false, hasEnded: false))

    /// Marks the attempt as failed; returns whether it was in time to count.
    func fail() -> Bool {
      state.withLock { state in
        guard !state.hasEnded else { return false }
        state.hasFailed = true
        return true
      }
    }

    /// Ends the attempt; returns whether it has failed.
    func end() -> Bool {
      state.withLock { state in
        state.hasEnded = true
        return state.hasFailed
      }
    }
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
    guard !attempt.end() else { throw ExpectationFailure() }
    try result.get()
  }

  private func transform(_ issue: Issue) -> Issue? {
    #if compiler(>=6.3)
    guard issue.isFailure else { return isShown(Self.attempt) ? issue : nil }
    #endif
    // An issue from outside any attempt, such as one of a detached task, or of a task that outlived
    // its attempt, is counted nowhere: it keeps its weight.
    guard let attempt = Self.attempt, attempt.fail() else { return issue }
    guard isShown(attempt) else { return nil }
    #if compiler(>=6.3)
    var shown = issue
    shown.severity = .warning
    return shown
    #else
    return nil
    #endif
  }

  /// Whether an issue is among the first few of its load; all are that belong to no attempt.
  private func isShown(_ attempt: Attempt?) -> Bool {
    attempt == nil
      || recorded.wrappingAdd(1, ordering: .relaxed).newValue <= Self.shownLimit
  }
}
