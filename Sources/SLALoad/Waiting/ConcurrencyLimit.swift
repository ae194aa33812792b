// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A limit to how many pieces of work run at once; the rest wait in the order in which they came.
///
/// ```swift
/// let limit = ConcurrencyLimit(4)
/// let answer = try await limit.run { try await client.get("/summary") }
/// ```
public final class ConcurrencyLimit: Sendable {
  fileprivate struct State {
    var running = 0
    var peak = 0
    var lastNumber = 0
    /// Those that wait, by the order in which they came; what left in between is gone from `turns`.
    var queue = Fifo<Int>()
    var turns: [Int: OneShot<Bool>] = [:]
  }

  /// How much may run at once.
  public let limit: Int
  private let state = Guarded(State())

  /// Creates a limit.
  ///
  /// - Parameter limit: How many may run at once, at least 1.
  /// - Precondition: `limit` is at least 1.
  public init(_ limit: Int) {
    trap(unless: limit >= 1, "at least one must be able to run (the limit was \(limit))")
    self.limit = limit
  }

  /// How much runs now.
  public var inFlight: Int { state.withLock(\.running) }
  /// How much ran at once at most so far.
  public var peakInFlight: Int { state.withLock(\.peak) }

  /// Runs work as soon as there is room for it.
  ///
  /// - Parameter work: The work, on the caller's actor.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws; `CancellationError` if the task was cancelled before there was room.
  public func run<Result>(_ work: () async throws -> Result) async throws -> Result {
    try await enter()
    defer { leave() }
    return try await work()
  }

  private func enter() async throws {
    let turn = OneShot<Bool>()
    let number = state.withLock { state -> Int? in
      guard state.running >= limit else {
        state.start()
        return nil
      }
      state.lastNumber += 1
      state.queue.append(state.lastNumber)
      state.turns[state.lastNumber] = turn
      return state.lastNumber
    }
    guard let number else { return }
    let hasRoom = await withTaskCancellationHandler {
      await turn.value
    } onCancel: {
      // One that has left the queue has its turn, and runs.
      if state.withLock({ $0.turns.removeValue(forKey: number) }) != nil { turn.fulfil(false) }
    }
    guard hasRoom else { throw CancellationError() }
  }

  private func leave() {
    let next = state.withLock { state -> OneShot<Bool>? in
      state.running -= 1
      guard let next = state.nextTurn() else { return nil }
      state.start()
      return next
    }
    next?.fulfil(true)
  }
}

extension ConcurrencyLimit.State {
  fileprivate mutating func start() {
    running += 1
    peak = max(peak, running)
  }

  /// Takes the first that still waits.
  fileprivate mutating func nextTurn() -> OneShot<Bool>? {
    while let number = queue.popFirst() {
      if let turn = turns.removeValue(forKey: number) { return turn }
    }
    return nil
  }
}
