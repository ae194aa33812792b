// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What becomes of an operation at its timeout: one that does not heed the cancellation is in flight yet.
final class Overrun: Sendable {
  private struct State {
    var isOver = false
    var hasEnded = false
    var isLeft = false
  }

  /// How long what was cancelled has to end before it counts as left behind, in nanoseconds.
  ///
  /// What heeds cancellation takes microseconds, or until a thread is free.
  private static let patience: Int64 = 10_000_000

  private let phase: PhaseRun
  private let state = Guarded(State())

  init(in phase: PhaseRun) {
    self.phase = phase
  }

  /// Notes that the operation was given up, before its user goes on.
  ///
  /// - Returns: Whether it has not ended yet.
  func giveUp() -> Bool {
    let lingers = state.withLock { state in
      state.isOver = true
      return !state.hasEnded
    }
    guard lingers else { return false }
    phase.linger(1)
    _ = AlarmClock.shared.set(at: TimeSource.monotonic.nanoseconds() + Self.patience) {
      self.leaveBehind()
    }
    return true
  }

  private func leaveBehind() {
    let isLeft = state.withLock { state in
      state.isLeft = !state.hasEnded
      return state.isLeft
    }
    if isLeft { phase.leaveBehind(1) }
  }

  /// Notes that it ended after all.
  func end() {
    let (isOver, isLeft) = state.withLock { state in
      state.hasEnded = true
      return (state.isOver, state.isLeft)
    }
    if isOver { phase.linger(-1) }
    if isLeft { phase.leaveBehind(-1) }
  }
}
