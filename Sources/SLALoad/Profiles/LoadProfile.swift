// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// How load is offered: by how many users, and for how many requests or how long.
///
/// All profiles so far are closed: a user starts its next operation when the one before has ended,
/// so a service that slows down is also asked less often.
public struct LoadProfile: Sendable, Hashable, CustomStringConvertible {
  package let closed: ClosedLoad

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
    LoadProfile(closed: ClosedLoad(users: users, limit: .requests(requests)))
  }

  /// Users that work for some time.
  ///
  /// No operation starts after that time; those that run then are waited for, and count.
  ///
  /// - Parameters:
  ///   - users: How many operations run at once at most, at least 0.
  ///   - duration: For how long operations start, at least zero.
  /// - Returns: The profile.
  /// - Precondition: Neither number is negative.
  public static func users(_ users: Int, for duration: Duration) -> LoadProfile {
    LoadProfile(closed: ClosedLoad(users: users, limit: .duration(duration.wholeNanoseconds)))
  }

  /// The load in words: `16 users, 240 requests`.
  public var description: String { closed.description }
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
