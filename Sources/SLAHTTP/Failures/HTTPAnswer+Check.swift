// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension HTTPAnswer {
  /// Checks the answer, so that one that is wrong fails the operation as an invalid result.
  ///
  /// ```swift
  /// try session.get("/recipes?q=soup").check("finds a recipe") { $0.text.contains("soup") }
  /// ```
  ///
  /// - Parameters:
  ///   - expectation: What must be so, in a few words: failures are counted by it.
  ///   - isRight: Whether it is so.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` with the code `invalid` if it is not so, or what the closure throws.
  @discardableResult
  public func check(
    _ expectation: String,
    _ isRight: (HTTPAnswer) throws -> Bool
  ) throws -> HTTPAnswer {
    guard try isRight(self) else { throw HTTPFailure.invalid(expectation, self) }
    return self
  }
}
