// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The plan of an open load: arrivals at planned times, which wait for no answer.
package struct OpenLoad: Sendable, Hashable {
  /// When operations are to start.
  package enum Arrivals: Sendable, Hashable {
    /// By rates of stages.
    case stages([LoadStage], ArrivalSpacing)
    /// So many at once, at the beginning; in `0...`.
    case burst(Int)
  }

  package let arrivals: Arrivals
  /// How many operations may have begun and not ended; arrivals beyond are dropped.
  package let maxInFlight: Int
  /// Whether the last 100 µs before each start are spent reading the clock.
  package let isExact: Bool

  package init(_ arrivals: Arrivals, maxInFlight: Int, isExact: Bool = false) {
    if case .burst(let count) = arrivals {
      trap(unless: count >= 0, "a burst must not be negative (was \(count))")
    } else {
      trap(unless: maxInFlight >= 1, "maxInFlight must be at least 1 (was \(maxInFlight))")
    }
    self.arrivals = arrivals
    self.maxInFlight = maxInFlight
    self.isExact = isExact
  }

  /// The planned times in nanoseconds since the load began, in order.
  ///
  /// - Parameter seed: What random times come from.
  /// - Returns: One after another, as they are asked for.
  package func times(seed: UInt64) -> AnyIterator<Int64> {
    switch arrivals {
    case .stages(let stages, let spacing):
      AnyIterator(ArrivalTimes(stages, spacing: spacing, seed: seed))
    case .burst(let count): AnyIterator(repeatElement(0, count: count).makeIterator())
    }
  }

  /// How long arrivals are planned, in nanoseconds.
  package var duration: Int64 {
    switch arrivals {
    case .stages(let stages, _): stages.map(\.nanoseconds).reduce(0, +)
    case .burst: 0
    }
  }

  /// The arrivals expected in all.
  package var expectedArrivals: Double {
    switch arrivals {
    case .stages(let stages, _): stages.map(\.arrivals).reduce(0, +)
    case .burst(let count): Double(count)
    }
  }

  /// How many workers it takes: as many as operations may be in flight, but no more than arrive.
  package var workers: Int {
    switch arrivals {
    case .stages(_, let spacing):
      // A Poisson process has more arrivals than expected about half the time.
      spacing == .poisson
        ? maxInFlight
        : min(maxInFlight, Int(min((expectedArrivals + 1).rounded(.up), 1e9)))
    case .burst(let count): count
    }
  }

  /// The same load for another time: its first part, and the last rate beyond its end.
  package func lasting(_ duration: Int64) -> OpenLoad {
    guard case .stages(let stages, let spacing) = arrivals else { return self }
    var rest = duration
    var first: [LoadStage] = []
    for stage in stages where rest > 0 {
      let length = min(rest, stage.nanoseconds)
      let share = stage.nanoseconds > 0 ? Double(length) / Double(stage.nanoseconds) : 1
      let end = stage.from + (stage.to - stage.from) * share
      first.append(.ramp(from: stage.from, to: end, for: .nanoseconds(length)))
      rest -= length
    }
    if rest > 0, let last = stages.last {
      first.append(.hold(perSecond: last.to, for: .nanoseconds(rest)))
    }
    return OpenLoad(.stages(first, spacing), maxInFlight: maxInFlight, isExact: isExact)
  }
}

extension OpenLoad: CustomStringConvertible {
  package var description: String {
    switch arrivals {
    case .burst(let count): "burst of \(count)"
    case .stages(let stages, let spacing):
      """
      arrivals at \(stages.map(\.description).joined(separator: ", then ")), \(spacing), \
      at most \(maxInFlight) in flight
      """
    }
  }
}
