// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What became of the steps of an iteration.
final class StepLog: Sendable {
  private struct State {
    var hasSteps = false
    var isClosed = false
    /// What steps threw, kept so that no other error can come to lie in its place.
    var failures: [any Error] = []
    /// What the last step threw, if none began since.
    var last: FailureKind?
  }

  private let state = Guarded(State())

  /// Whether there were steps.
  var hasSteps: Bool { state.withLock(\.hasSteps) }

  /// Notes that a step begins.
  ///
  /// - Returns: Whether it is the first.
  /// - Throws: `CancellationError` if the iteration is over already.
  func begin() throws -> Bool {
    let isFirst = state.withLock { state -> Bool? in
      guard !state.isClosed else { return nil }
      defer { state.hasSteps = true }
      state.last = nil
      return !state.hasSteps
    }
    guard let isFirst else { throw CancellationError() }
    return isFirst
  }

  /// Lets no step begin any more, unless one did already.
  ///
  /// - Returns: Whether the iteration is over without a step.
  func close() -> Bool {
    state.withLock { state in
      state.isClosed = !state.hasSteps
      return state.isClosed
    }
  }

  /// Notes what a step threw.
  func fail(_ error: any Error) {
    let kind = FailureKind(error)
    state.withLock { state in
      state.failures.append(error)
      state.last = kind
    }
  }

  /// Whether an error is that of a step, which was recorded with it.
  ///
  /// The same error, or one of the same kind right after a step that threw it: `catch let error as Refused`
  /// throws a copy. An error after a further step is none of an earlier one, however alike.
  func has(_ error: any Error) -> Bool {
    let (failures, last) = state.withLock { ($0.failures, $0.last) }
    guard !failures.isEmpty else { return false }
    let place = Self.place(of: error)
    return failures.contains { Self.place(of: $0) == place } || last == FailureKind(error)
  }

  /// The place of an error: `any Error` is a pointer to the box that was thrown.
  private static func place(of error: any Error) -> UInt {
    // Not `unsafeBitCast`, which the optimizer of 6.3 takes for one between sizes that differ.
    withUnsafeBytes(of: error) { $0.load(as: UInt.self) }
  }
}
