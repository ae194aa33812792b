// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The value of the field `Date`, made once a second.
final class DateStamp: Sendable {
  private struct Stamp {
    var second: Int
    var text: String
  }

  private let now: @Sendable () -> Int
  private let latest = Guarded<Stamp?>(nil)

  /// - Parameter now: The time in whole seconds since 1970; the system's clock by default.
  init(now: @escaping @Sendable () -> Int = { Int(time(nil)) }) {
    self.now = now
  }

  /// The present time, as in `Sun, 06 Nov 1994 08:49:37 GMT`.
  var text: String {
    let second = now()
    return latest.withLock { latest in
      if let latest, latest.second == second { return latest.text }
      let text = Self.text(second: second)
      latest = Stamp(second: second, text: text)
      return text
    }
  }

  /// A time as IMF-fixdate (RFC 9110, section 5.6.7).
  ///
  /// The day is found in a calendar whose years begin in March, so that a leap day is the last of
  /// its year, and in eras of 400 years, which are all of 146,097 days.
  ///
  /// **Source**: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`,
  /// https://howardhinnant.github.io/date_algorithms.html.
  ///
  /// - Parameter second: The whole seconds since 1970, 0 or more.
  /// - Returns: A text as in `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func text(second: Int) -> String {
    let (days, time) = second.quotientAndRemainder(dividingBy: 86_400)
    // 719,468 days from 1 March of the year 0 to 1 January 1970.
    let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = (monthFromMarch + 2) % 12
    let year = era * 400 + yearOfEra + (month < 2 ? 1 : 0)
    // 1 January 1970 was a Thursday.
    return "\(weekdays[(days + 4) % 7]), \(padded(day, 2)) \(months[month]) \(padded(year, 4)) "
      + "\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2)) GMT"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
