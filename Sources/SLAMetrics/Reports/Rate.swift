// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How often something happens: operations by time.
public struct Rate: Sendable, Hashable, Comparable {
  /// Operations per second, in `0...`.
  public let perSecond: Double

  /// Creates a rate of so many operations per second.
  ///
  /// - Parameter count: Operations per second, at least 0.
  /// - Returns: The rate.
  /// - Precondition: `count` is a finite number and not negative.
  public static func perSecond(_ count: Double) -> Rate {
    trap(
      unless: count >= 0 && count.isFinite,
      "a rate must be a finite number in 0... (was \(count))"
    )
    return Rate(perSecond: count)
  }

  /// Creates a rate of so many operations per minute.
  ///
  /// - Parameter count: Operations per minute, at least 0.
  /// - Returns: The rate.
  /// - Precondition: `count` is a finite number and not negative.
  public static func perMinute(_ count: Double) -> Rate { perSecond(count / 60) }

  /// Whether one rate is lower than another.
  public static func < (left: Rate, right: Rate) -> Bool { left.perSecond < right.perSecond }

  /// The rate of a count in a time, or `nil` where no time passed.
  package init?(_ count: Int, in elapsed: Duration) {
    guard elapsed > .zero else { return nil }
    perSecond = Double(count) / elapsed.inSeconds
  }

  private init(perSecond: Double) {
    self.perSecond = perSecond
  }
}
