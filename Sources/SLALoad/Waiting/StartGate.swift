// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A gate at which tasks wait until all have come, so that they begin together.
///
/// ```swift
/// let gate = StartGate(for: 10)
/// // in each of ten tasks:
/// try await gate.arrive()
/// ```
///
/// Tasks that wait hold no thread. How far apart they went on then is ``spread``.
public final class StartGate: Sendable {
  private struct State {
    var arrived = 0
    var waiting: [Int: OneShot<Bool>] = [:]
    var first: Int64?
    var last: Int64?
  }

  /// How many must arrive.
  public let parties: Int
  private let state = Guarded(State())

  /// Creates a gate.
  ///
  /// - Parameter parties: How many must arrive before it opens, at least 1.
  /// - Precondition: `parties` is at least 1.
  public init(for parties: Int) {
    trap(unless: parties >= 1, "a gate is for at least one party (was \(parties))")
    self.parties = parties
  }

  /// Waits until all have arrived; those that come later go on at once.
  ///
  /// - Throws: `CancellationError` if the task is cancelled before; it has arrived nevertheless.
  public func arrive() async throws {
    let turn = OneShot<Bool>()
    let number = state.withLock { state in
      state.arrived += 1
      state.waiting[state.arrived] = turn
      return state.arrived
    }
    if number >= parties { open() }
    let isOpen = await withTaskCancellationHandler {
      await turn.value
    } onCancel: {
      state.withLock { _ = $0.waiting.removeValue(forKey: number) }
      turn.fulfil(false)
    }
    let now = TimeSource.monotonic.nanoseconds()
    guard isOpen else { throw CancellationError() }
    state.withLock { state in
      state.first = min(state.first ?? now, now)
      state.last = max(state.last ?? now, now)
    }
  }

  private func open() {
    let turns = state.withLock { state in
      defer { state.waiting = [:] }
      return state.waiting.sorted { $0.key < $1.key }.map(\.value)
    }
    for turn in turns { turn.fulfil(true) }
  }

  /// From the first that went on to the last so far, or `nil` before any did.
  public var spread: Duration? {
    state.withLock { state in
      guard let first = state.first, let last = state.last else { return nil }
      return .nanoseconds(last - first)
    }
  }
}
