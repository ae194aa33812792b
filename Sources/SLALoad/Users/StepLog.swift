// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What became of the steps of an iteration.
final class StepLog: Sendable {
  private struct State {
    var hasSteps = false
    /// How many run.
    var running = 0
    /// When the last ended, in nanoseconds of the monotonic clock.
    var lastEnd: Int64 = 0
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
      state.running += 1
      state.last = nil
      return !state.hasSteps
    }
    guard let isFirst else { throw CancellationError() }
    return isFirst
  }

  /// Notes that a step has ended.
  func end() {
    let now = TimeSource.monotonic.nanoseconds()
    state.withLock { state in
      state.running -= 1
      state.lastEnd = now
    }
  }

  /// Until when a flow may take that has a limit for itself and for each step; asked when it is reached.
  ///
  /// A limit after the end of each step; while one runs, that has a limit of its own. A flow that may take no
  /// longer is over: if it goes on, it records no steps any more.
  ///
  /// - Parameter limit: In nanoseconds.
  /// - Returns: In nanoseconds of the monotonic clock, or `nil` if that time has come.
  func deadline(after limit: Int64) -> Int64? {
    let now = TimeSource.monotonic.nanoseconds()
    return state.withLock { state in
      let end = (state.running > 0 ? now : state.lastEnd) + min(limit, .max / 2)
      guard state.hasSteps, end > now else {
        state.isClosed = true
        return nil
      }
      return end
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
    // Without `as any Error` the box is opened, and what is in it read instead (SE-0352).
    withUnsafeBytes(of: error as any Error) { $0.load(as: UInt.self) }
  }
}
