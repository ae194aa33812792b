// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What a load test is run with beside its operation and its profile.
struct LoadOptions: Sendable {
  /// What goes before the figures begin.
  enum WarmUp: Sendable, Hashable {
    case requests(Int)
    /// In nanoseconds.
    case duration(Int64)
  }

  /// What is waited for after the load.
  struct Settle: Sendable {
    let limit: Duration
    let isSettled: @Sendable @concurrent () async throws -> Bool
  }

  var isBlocking = false
  var timeout: Duration?
  /// How long work in flight has after a timed load: less than most tests may take, more than any answer.
  var gracePeriod = Duration.seconds(10)
  var seed: UInt64 = 0
  /// Whether users take the flows of a scenario one after another rather than by chance.
  var takesFlowsInOrder = false
  var warmUp: WarmUp?
  var judge: (@Sendable (LoadReport) -> Bool)?
  var progress = ProgressOutput.automatic
  /// Whether the load lasts until something is decided.
  var isUntilDecided = false
  var settle: Settle?
  var probes: [Probe] = []
  /// Whether operations are items of a batch, of which there are no more than that.
  var isOfItems = false
  /// Undoes what the run made, and returns what to say of it.
  var atEnd: (@Sendable () -> [Warning])?
}

extension LoadProfile {
  /// The load that warms up for this one: the same users, or the same arrivals, for another time or number.
  func warmUp(_ warmUp: LoadOptions.WarmUp) -> LoadProfile {
    switch (kind, warmUp) {
    case (.closed(let load), .requests(let requests)):
      LoadProfile(.closed(load.limited(to: .requests(requests))))
    case (.closed(let load), .duration(let nanoseconds)):
      LoadProfile(.closed(load.limited(to: .duration(nanoseconds))))
    case (.open(let load), .duration(let nanoseconds)):
      LoadProfile(.open(load.lasting(nanoseconds)))
    case (.open(let load), .requests(let requests)):
      // Users, for a number of arrivals has no time: as many at once as there may be, up to ten.
      LoadProfile(
        .closed(ClosedLoad(users: min(load.workers, 10), limit: .requests(requests)))
      )
    case (.phases(let phases), _):
      phases.lazy.compactMap { phase -> LoadProfile? in
        if case .load(_, let profile) = phase.content { profile.warmUp(warmUp) } else { nil }
      }.first ?? .sequential(0)
    }
  }
}
