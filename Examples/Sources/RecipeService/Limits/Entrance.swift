// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// Where requests come in: it can be shut for a while, and keeps a log of who came when if asked to.
final class Entrance: Sendable {
  private struct State {
    var opensAt: ContinuousClock.Instant?
    var arrivals: [ContinuousClock.Instant] = []
  }

  private let state = Guarded(State())
  private let keepsLog: Bool

  init(keepsLog: Bool) {
    self.keepsLog = keepsLog
  }

  /// When requests came, in that order; none without a log.
  var arrivals: [ContinuousClock.Instant] { state.withLock(\.arrivals).sorted() }

  /// Holds up whoever comes, and is not through yet, from now on for some time.
  func shut(for duration: Duration) {
    state.withLock { $0.opensAt = .now + duration }
  }

  /// Lets a request in, as soon as the entrance is open.
  func pass(_ stop: StopSignal) {
    let now = ContinuousClock.now
    let opensAt = state.withLock { state in
      if keepsLog { state.arrivals.append(now) }
      return state.opensAt
    }
    if let opensAt { stop.sleep(for: opensAt - now) }
  }
}
