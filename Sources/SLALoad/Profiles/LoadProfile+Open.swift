// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

extension LoadProfile {
  /// Operations that start at once, each once, from the same planned moment.
  ///
  /// - Parameter count: How many, at least 0.
  /// - Returns: The profile.
  /// - Precondition: `count` is not negative.
  public static func burst(_ count: Int) -> LoadProfile {
    LoadProfile(.open(OpenLoad(.burst(count), maxInFlight: count)))
  }

  /// Arrivals at a rate, which wait for no answer.
  ///
  /// - Parameters:
  ///   - rate: Arrivals per second, at least 0.
  ///   - duration: For how long they are planned, at least zero.
  ///   - maxInFlight: How many operations may have begun and not ended; arrivals beyond that are dropped,
  ///     counted, and warned of. Each takes about a kilobyte, or a thread where execution is blocking.
  ///   - spacing: Evenly, or as in a Poisson process with the seed of the load test.
  ///   - spinning: Whether to spend the last 100 µs before each start on reading the clock, so that it is
  ///     a microsecond late rather than 50: a core's time for the sake of short operations.
  /// - Returns: The profile.
  /// - Precondition: `rate` is a finite number, not negative; `maxInFlight` is at least 1.
  public static func arrivals(
    perSecond rate: Double,
    for duration: Duration,
    maxInFlight: Int = 1_000,
    spacing: ArrivalSpacing = .even,
    spinning: Bool = false
  ) -> LoadProfile {
    .stages(
      [.hold(perSecond: rate, for: duration)],
      maxInFlight: maxInFlight,
      spacing: spacing,
      spinning: spinning
    )
  }

  /// Arrivals at rates that change, which wait for no answer.
  ///
  /// - Parameters:
  ///   - stages: Rates and ramps, one after another.
  ///   - maxInFlight: How many operations may have begun and not ended; arrivals beyond that are dropped,
  ///     counted, and warned of.
  ///   - spacing: Evenly, or as in a Poisson process with the seed of the load test.
  ///   - spinning: Whether to spend the last 100 µs before each start on reading the clock.
  /// - Returns: The profile.
  /// - Precondition: `maxInFlight` is at least 1.
  public static func stages(
    _ stages: [LoadStage],
    maxInFlight: Int = 1_000,
    spacing: ArrivalSpacing = .even,
    spinning: Bool = false
  ) -> LoadProfile {
    let load = OpenLoad(.stages(stages, spacing), maxInFlight: maxInFlight, isExact: spinning)
    return LoadProfile(.open(load))
  }

  /// Loads one after another, each with a report of its own: `report.phase("recovery")`.
  ///
  /// - Parameter phases: Named loads, and pauses between them.
  /// - Returns: The profile.
  /// - Precondition: No two phases have the same name.
  public static func phases(_ phases: [LoadPhase]) -> LoadProfile {
    var names: Set<String> = []
    for case .load(let name, _) in phases.lazy.map(\.content) {
      trap(unless: names.insert(name).inserted, "two phases are called \"\(name)\"")
    }
    return LoadProfile(.phases(phases))
  }
}
