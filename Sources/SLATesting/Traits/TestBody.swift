// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The body of a test, lent to tasks that may outlive the load for a moment.
///
/// Swift Testing lends a body for the time of a call only. The tasks of a load hold this in its place, so that
/// nothing holds the body when it is given back.
final class TestBody: Sendable {
  typealias Function = @concurrent @Sendable () async throws -> Void

  private let body: Guarded<Function?>
  private let running = Atomic<Int>(0)

  private init(_ body: @escaping Function) {
    self.body = Guarded(body)
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
    running.wrappingAdd(1, ordering: .sequentiallyConsistent)
    let result = await call()
    running.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    try result.get()
  }

  /// Calls the body from a frame of its own, with which the last hold on the body goes.
  @concurrent
  private func call() async -> Result<Void, any Error> {
    guard let body = body.withLock(\.self) else { return .failure(CancellationError()) }
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }

  @concurrent
  private func giveBack() async {
    body.withLock { $0 = nil }
    // A body that does not heed being cancelled is left behind by the load, but cannot be by its test.
    while running.load(ordering: .sequentiallyConsistent) > 0 { await Task.yield() }
  }
}
