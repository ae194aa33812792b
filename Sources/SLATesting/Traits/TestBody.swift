// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics

/// The body of a test, lent to tasks that may outlive the load for a moment.
///
/// Swift Testing lends a body for the time of a call only. The tasks of a load hold this in its place, so that
/// nothing holds the body when it is given back.
final class TestBody: Sendable {
  typealias Function = @concurrent @Sendable () async throws -> Void

  private struct State {
    /// The body, or `nil` once it was given back.
    var body: Function?
    var running = 0
  }

  private let state: Guarded<State>
  private let lastHasEnded = OneShot<Void>()

  private init(_ body: @escaping Function) {
    state = Guarded(State(body: body))
  }

  /// Lends a body to work.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - work: What calls it, from any task.
  /// - Returns: What the work returns, when no call runs any longer.
  /// - Throws: What the work throws, when no call runs any longer.
  static func lend<Result: Sendable>(
    _ body: Function,
    to work: @concurrent @Sendable (TestBody) async throws -> Result
  ) async throws -> Result {
    try await withoutActuallyEscaping(body) { body in
      let lent = TestBody(body)
      do {
        let result = try await work(lent)
        await lent.giveBack()
        return result
      } catch {
        await lent.giveBack()
        throw error
      }
    }
  }

  /// Calls the body.
  ///
  /// - Throws: What the body throws; `CancellationError` once it was given back.
  @concurrent
  func callAsFunction() async throws {
    state.withLock { $0.running += 1 }
    let result = await call()
    let isLast = state.withLock { state in
      state.running -= 1
      return state.running == 0 && state.body == nil
    }
    if isLast { lastHasEnded.fulfil(()) }
    try result.get()
  }

  /// Calls the body from a frame of its own, with which the last hold on the body goes.
  @concurrent
  private func call() async -> Result<Void, any Error> {
    guard let body = state.withLock(\.body) else { return .failure(CancellationError()) }
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }

  @concurrent
  private func giveBack() async {
    let isRunning = state.withLock { state in
      state.body = nil
      return state.running > 0
    }
    // A body that does not heed being cancelled is left behind by the load, but cannot be by its test.
    if isRunning { await lastHasEnded.value }
  }
}
