// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// How load is offered: by whom, and for how many requests or how long.
///
/// *Closed* load comes from users: each starts its next operation when the one before has ended, so a
/// service that slows down is also asked less often, and latency counts from the start of each call. *Open*
/// load comes from arrivals at planned times, which wait for nobody: latency counts from the planned start,
/// so that the time in which a service stalls is in the figures of all who came meanwhile.
public struct LoadProfile: Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    case closed(ClosedLoad)
    case open(OpenLoad)
    case phases([LoadPhase])
  }

  package let kind: Kind

  package init(_ kind: Kind) {
    self.kind = kind
  }

  /// One operation after another.
  ///
  /// - Parameter requests: How many operations, at least 0.
  /// - Returns: The profile.
  /// - Precondition: `requests` is not negative.
  public static func sequential(_ requests: Int) -> LoadProfile {
    .users(1, requests: requests)
  }

  /// Users that share a number of requests: each takes the next one as soon as it is free.
  ///
  /// - Parameters:
  ///   - users: How many operations run at once at most, at least 0.
  ///   - requests: How many operations all users make together, at least 0.
  /// - Returns: The profile.
  /// - Precondition: Neither number is negative.
  public static func users(_ users: Int, requests: Int) -> LoadProfile {
    LoadProfile(.closed(ClosedLoad(users: users, limit: .requests(requests))))
  }

  /// Users that make a number of operations each.
  ///
  /// - Parameters:
  ///   - users: How many operations run at once at most, at least 0.
  ///   - iterations: How many operations each user makes, at least 0.
  /// - Returns: The profile.
  /// - Precondition: Neither number is negative.
  public static func users(_ users: Int, iterationsEach iterations: Int) -> LoadProfile {
    LoadProfile(.closed(ClosedLoad(users: users, limit: .iterationsEach(iterations))))
  }

  /// Users that work for some time.
  ///
  /// No operation starts after that time; those that run then have the grace period of the load test.
  ///
  /// - Parameters:
  ///   - users: How many operations run at once at most, at least 0.
  ///   - duration: For how long operations start, at least zero.
  /// - Returns: The profile.
  /// - Precondition: Neither number is negative.
  public static func users(_ users: Int, for duration: Duration) -> LoadProfile {
    LoadProfile(.closed(ClosedLoad(users: users, limit: .duration(duration.wholeNanoseconds))))
  }

  /// Users that come one after another, and work until some time is over.
  ///
  /// - Parameters:
  ///   - users: How many users there will be, at least 0.
  ///   - spawnRate: How many users start per second, above 0.
  ///   - duration: For how long operations start, from the first user's start; at least zero.
  /// - Returns: The profile.
  /// - Precondition: `users` and `duration` are not negative, `spawnRate` is above 0.
  public static func users(
    _ users: Int,
    spawnRate: Double,
    for duration: Duration
  ) -> LoadProfile {
    let limit = ClosedLoad.Limit.duration(duration.wholeNanoseconds)
    return LoadProfile(.closed(ClosedLoad(users: users, limit: limit, spawnRate: spawnRate)))
  }

  /// The same users with a constant wait after each operation.
  ///
  /// - Parameter time: How long a user waits before its next operation, at least zero.
  /// - Returns: The profile.
  /// - Precondition: The profile has users, and `time` is not negative.
  public func thinking(for time: Duration) -> LoadProfile { thinking(for: time...time) }

  /// The same users with a random wait after each operation, by the seed of the load test.
  ///
  /// - Parameter range: How long a user waits before its next operation, all within alike likely.
  /// - Returns: The profile.
  /// - Precondition: The profile has users, and no wait is negative.
  public func thinking(for range: ClosedRange<Duration>) -> LoadProfile {
    guard case .closed(var load) = kind else {
      trap(unless: false, "only users can think between operations (the load was \(self))")
      return self
    }
    load.thinkTime = ThinkTime(range)
    return LoadProfile(.closed(load))
  }

  /// The phases, or `nil` of a load that has none.
  package var phases: [LoadPhase]? { if case .phases(let phases) = kind { phases } else { nil } }

  /// The load in words: `16 users, 240 requests`.
  public var description: String {
    switch kind {
    case .closed(let load): load.description
    case .open(let load): load.description
    case .phases(let phases): phases.map(\.description).joined(separator: "; ")
    }
  }
}

/// The profile of one operation after another, whose operation needs not be `Sendable`.
///
/// It lets a test capture what cannot be shared, such as `self` in an `XCTestCase`. Write
/// `.sequential(50)`; there is no need to name this type.
public struct SequentialProfile: Sendable, Hashable {
  let profile: LoadProfile

  /// One operation after another, on the caller's actor.
  ///
  /// - Parameter requests: How many operations, at least 0.
  /// - Returns: The profile.
  /// - Precondition: `requests` is not negative.
  public static func sequential(_ requests: Int) -> SequentialProfile {
    SequentialProfile(profile: .sequential(requests))
  }
}

extension LoadProfile {
  /// The same load for a number of operations, unless time decides how long it lasts.
  package func limited(toAtMost operations: Int) -> LoadProfile {
    guard case .closed(let load) = kind, load.duration == nil else { return self }
    var limited = ClosedLoad(
      users: load.users,
      limit: .requests(operations),
      spawnRate: load.spawnRate
    )
    limited.thinkTime = load.thinkTime
    return LoadProfile(.closed(limited))
  }
}
