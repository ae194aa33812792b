// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What became of one of several pieces of work that ran at once.
public struct ConcurrentResult<Success: Sendable>: Sendable {
  /// What the work returned or threw.
  public let result: Result<Success, any Error>
  /// When it began, from when all were let go.
  public let start: Duration
  /// How long it took.
  public let duration: Duration

  /// What the work returned.
  ///
  /// - Throws: What the work threw.
  public func get() throws -> Success { try result.get() }
  /// What the work threw, or `nil` if it returned.
  public var error: (any Error)? {
    if case .failure(let error) = result { error } else { nil }
  }
}

/// Runs a closure several times at once, without a load report.
///
/// ```swift
/// let answers = await concurrently(50) { number in try await api.get("/items/\(number)") }
/// #expect(answers.allSatisfy { $0.error == nil })
/// ```
///
/// All begin when the last of them is ready. As everywhere in Swift, those that block a thread share as many
/// as there are cores: see when each began.
///
/// - Parameters:
///   - count: How many times, at least 0.
///   - work: The work, which is told its number in `0..<count`; it runs in child tasks of the caller's.
/// - Returns: What became of each, by number.
/// - Precondition: `count` is not negative.
@concurrent
public func concurrently<Success: Sendable>(
  _ count: Int,
  _ work: @escaping @Sendable @concurrent (Int) async throws -> Success
) async -> [ConcurrentResult<Success>] {
  trap(unless: count >= 0, "the number of runs must not be negative (was \(count))")
  guard count > 0 else { return [] }
  let gate = StartGate(for: count)
  let time = TimeSource.monotonic
  return await withTaskGroup(of: (Int, Int64, Int64, Result<Success, any Error>).self) { group in
    for number in 0..<count {
      group.addTask {
        // A cancelled task goes on: its work sees the cancellation, and says what becomes of it.
        try? await gate.arrive()
        let begin = time.nanoseconds()
        do {
          let value = try await work(number)
          return (number, begin, time.nanoseconds(), .success(value))
        } catch {
          return (number, begin, time.nanoseconds(), .failure(error))
        }
      }
    }
    var ended: [(Int, Int64, Int64, Result<Success, any Error>)] = []
    for await one in group { ended.append(one) }
    let first = ended.map(\.1).min() ?? 0
    return ended.sorted { $0.0 < $1.0 }.map { _, begin, end, result in
      ConcurrentResult(
        result: result,
        start: .nanoseconds(begin - first),
        duration: .nanoseconds(max(end - begin, 0))
      )
    }
  }
}
