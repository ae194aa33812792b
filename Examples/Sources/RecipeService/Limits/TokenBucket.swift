// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A rate limit that allows a burst: a bucket of tokens that fills up at a steady rate.
///
/// A pure function of the instants it is given; it reads no clock. It remembers only when the
/// bucket will be full again, so nothing is lost to rounding (the generic cell rate algorithm).
///
/// **Source**: ITU-T Recommendation I.371, annex A, https://www.itu.int/rec/T-REC-I.371.
struct TokenBucket: Sendable {
  /// The time in which one token comes back, or nil when none ever does.
  private let interval: Duration?
  /// The time in which an empty bucket fills up.
  private let burst: Duration
  /// The instant at which the bucket is full; one in the past means that it is full now.
  private var full: ContinuousClock.Instant

  /// - Parameters:
  ///   - capacity: The largest burst, 1 or more.
  ///   - perMinute: The tokens that come back per minute, 0 or more.
  ///   - now: The instant at which the bucket is full.
  init(capacity: Int, perMinute: Int, now: ContinuousClock.Instant) {
    let interval = perMinute > 0 ? Duration.seconds(60) / perMinute : nil
    self.interval = interval
    burst = (interval ?? .zero) * capacity
    full = now
  }

  /// Takes a token, or returns the time in seconds, 1 or more, after which one may be there.
  mutating func take(at now: ContinuousClock.Instant) -> Int? {
    guard let interval else { return 3600 }
    let next = max(full, now) + interval
    let wait = now.duration(to: next) - burst
    guard wait > .zero else {
      full = next
      return nil
    }
    let (seconds, attoseconds) = wait.components
    return Int(seconds) + (attoseconds > 0 ? 1 : 0)
  }
}
