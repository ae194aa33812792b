// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A part of an open load in which the rate of arrivals holds, or changes evenly.
public struct LoadStage: Sendable, Hashable {
  /// Arrivals per second at its beginning, in `0...`.
  package let from: Double
  /// Arrivals per second at its end, in `0...`.
  package let to: Double
  /// How long it lasts in nanoseconds, in `0...`.
  package let nanoseconds: Int64

  /// A rate that holds.
  ///
  /// - Parameters:
  ///   - rate: Arrivals per second, at least 0.
  ///   - duration: How long, at least zero.
  /// - Returns: The stage.
  /// - Precondition: `rate` is a finite number; neither is negative.
  public static func hold(perSecond rate: Double, for duration: Duration) -> LoadStage {
    LoadStage(from: rate, to: rate, for: duration)
  }

  /// A rate that changes evenly.
  ///
  /// - Parameters:
  ///   - from: Arrivals per second at the beginning, at least 0.
  ///   - to: Arrivals per second at the end, at least 0.
  ///   - duration: How long, at least zero.
  /// - Returns: The stage.
  /// - Precondition: Rates are finite numbers; none is negative.
  public static func ramp(from: Double, to: Double, for duration: Duration) -> LoadStage {
    LoadStage(from: from, to: to, for: duration)
  }

  private init(from: Double, to: Double, for duration: Duration) {
    for rate in [from, to] {
      trap(
        unless: rate.isFinite && rate >= 0,
        "arrivals per second must be a finite number in 0... (was \(rate))"
      )
    }
    let nanoseconds = duration.wholeNanoseconds
    trap(unless: nanoseconds >= 0, "a duration must not be negative (was \(nanoseconds) ns)")
    self.from = from
    self.to = to
    // Nine years: the sum of many stages is a number too then.
    self.nanoseconds = min(nanoseconds, 1 << 58)
  }

  /// How long it lasts in seconds.
  var seconds: Double { Double(nanoseconds) / 1e9 }
  /// The arrivals expected in it.
  var arrivals: Double { (from + to) / 2 * seconds }
  /// Whether the rate holds.
  var isSteady: Bool { from == to }

  /// When so many arrivals are expected, in seconds since the stage began.
  ///
  /// The inverse of from·t + (to − from)/T · t²/2, in the form of the quadratic formula that subtracts no
  /// nearly equal numbers.
  func time(ofCount count: Double) -> Double {
    guard count > 0 else { return 0 }
    let growth = seconds > 0 ? (to - from) / seconds : 0
    let root = max(from * from + 2 * growth * count, 0).squareRoot()
    return from + root > 0 ? min(2 * count / (from + root), seconds) : seconds
  }
}

extension LoadStage: CustomStringConvertible {
  /// The stage in words: `200 /s for 10 s`, `0 to 200 /s in 10 s`.
  public var description: String {
    let duration = Duration.nanoseconds(nanoseconds).exactText
    return isSteady
      ? "\(RateText.text(from)) for \(duration)"
      : "\(RateText.number(from)) to \(RateText.text(to)) in \(duration)"
  }
}

/// Rates as people wrote them.
enum RateText {
  static func text(_ rate: Double) -> String { "\(number(rate)) /s" }

  static func number(_ rate: Double) -> String {
    let text = "\(rate)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
