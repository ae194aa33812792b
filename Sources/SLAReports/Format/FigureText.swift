// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// Measured figures rounded for reading, with a space before the unit.
enum FigureText {
  private static let durationUnits: [(name: String, seconds: Double)] = [
    ("ns", 1e-9), ("µs", 1e-6), ("ms", 1e-3), ("s", 1),
  ]

  /// A duration in three significant digits: `41.2 ms`, `1.04 s`.
  static func duration(_ duration: Duration, digits: Int = 3) -> String {
    let seconds = duration.inSeconds
    for (index, unit) in durationUnits.enumerated() {
      // The first unit in which the rounded number stays below 1,000: 999.7 ms is 1.00 s.
      let isLast = index == durationUnits.count - 1
      let text = NumberText.significant(seconds / unit.seconds, digits: digits)
      guard isLast || abs(seconds) / unit.seconds < 999.5 else { continue }
      return "\(text) \(unit.name)"
    }
    preconditionFailure("no unit for a duration of \(duration)")
  }

  /// A share in percent: `0.417 %`; only all of it reads `100 %`.
  static func share(_ share: Double, digits: Int = 3) -> String {
    for digits in digits...15 {
      let text = NumberText.significant(share * 100, digits: digits)
      if share == 1 || Double(text) != 100 { return "\(text) %" }
    }
    return "\(share * 100) %"
  }

  /// A rate: `99.6 /s`.
  static func rate(_ rate: Rate, digits: Int = 3) -> String {
    "\(NumberText.significant(rate.perSecond, digits: digits)) /s"
  }

  /// A size in three significant digits: `59.4 MB`; bytes are whole.
  static func size(_ size: ByteSize, digits: Int = 3) -> String {
    let number = Double(size.bytes)
    // The first unit in which the rounded number stays below 1,000.
    let unit = ByteSize.units.last { number / Double($0.bytes) < 999.5 } ?? ByteSize.units[0]
    guard unit.bytes > 1 else { return "\(NumberText.count(size.bytes)) B" }
    return "\(NumberText.significant(number / Double(unit.bytes), digits: digits)) \(unit.name)"
  }

  /// A figure of any unit.
  static func text(_ value: MetricValue, digits: Int = 3) -> String {
    switch value.figure {
    case .duration(let duration): self.duration(duration, digits: digits)
    case .share(let share): self.share(share, digits: digits)
    case .rate(let rate): self.rate(rate, digits: digits)
    case .count(let count): NumberText.count(count)
    case .number(let number): NumberText.significant(number, digits: digits)
    case .slope(let slope): "\(NumberText.significant(slope, digits: digits)) /s"
    case .size(let size): self.size(size, digits: digits)
    }
  }

  /// A measured figure in as many digits as it takes to differ from its limit.
  ///
  /// 300.04 ms against a limit of 300 ms must not read `300 ms`, as if it kept the limit.
  static func text(_ value: MetricValue, besideLimit limit: MetricValue) -> String {
    guard value != limit else { return limit.description }
    for digits in 3...15 {
      let text = text(value, digits: digits)
      if text != self.text(limit, digits: digits) { return text }
    }
    return value.description
  }
}
