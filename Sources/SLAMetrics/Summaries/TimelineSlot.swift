// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The counts of one interval of a timeline.
struct TimelineSlot: Sendable, Equatable {
  /// Seven bits after the leading one: buckets no wider than 1/128 of their values.
  private static let bits = 7
  private static let pageSize = 1 << bits

  /// The number of operations that ended.
  private(set) var count = 0
  /// The number of those that failed.
  private(set) var failures = 0
  /// The number of successes that have a duration.
  private(set) var measured = 0
  /// The longest success in nanoseconds; meaningless while `measured` is 0.
  private(set) var maximum = Int64.min
  /// Counts of successes by bucket; pages of one power of two, empty until they are touched.
  private var pages: [[UInt32]] = []

  /// The buckets there are.
  static let codes = 0...LogLinear.code(.max, bits: bits)

  /// The bucket of a duration that is not negative.
  @inline(__always)
  static func code(of nanoseconds: Int64) -> Int { LogLinear.code(nanoseconds, bits: bits) }

  /// Creates a slot of nothing.
  init() {}

  /// Puts together what a slot was made of.
  init(count: Int, failures: Int, maximum: Int64, counts: [(code: Int, count: Int)]) {
    (self.count, self.failures, self.maximum) = (count, failures, maximum)
    for (code, count) in counts {
      let (page, place) = code.quotientAndRemainder(dividingBy: Self.pageSize)
      touch(page)
      add(UInt32(clamping: count), page, place)
      measured += count
    }
  }

  /// The counts of successes by bucket that are not zero, ascending.
  var counts: [(code: Int, count: Int)] {
    pages.enumerated().flatMap { number, page in
      page.enumerated().filter { $0.element > 0 }
        .map { (number * Self.pageSize + $0.offset, Int($0.element)) }
    }
  }

  /// Counts an operation; O(1).
  mutating func record(_ nanoseconds: Int64, failed: Bool) {
    count += 1
    guard !failed else {
      failures += 1
      return
    }
    guard nanoseconds >= 0 else { return }
    measured += 1
    maximum = max(maximum, nanoseconds)
    let (page, place) = Self.code(of: nanoseconds).quotientAndRemainder(dividingBy: Self.pageSize)
    touch(page)
    add(1, page, place)
  }

  /// Adds the counts of another slot.
  mutating func merge(_ other: TimelineSlot) {
    count += other.count
    failures += other.failures
    measured += other.measured
    maximum = max(maximum, other.maximum)
    for page in other.pages.indices where !other.pages[page].isEmpty {
      touch(page)
      for place in 0..<Self.pageSize { add(other.pages[page][place], page, place) }
    }
  }

  /// A percentile of successes by nearest rank, in nanoseconds; `nil` without any.
  func percentile(_ quantile: Double) -> Int64? {
    guard measured > 0 else { return nil }
    let rank = Percentile.rank(of: quantile, in: measured)
    var seen = 0
    for page in pages.indices {
      for place in pages[page].indices {
        seen += Int(pages[page][place])
        guard seen < rank else {
          let code = page * Self.pageSize + place
          return code == Self.codes.upperBound
            ? maximum : min(LogLinear.lowestValue(code + 1, bits: Self.bits) - 1, maximum)
        }
      }
    }
    return maximum
  }

  private mutating func touch(_ page: Int) {
    while pages.count <= page { pages.append([]) }
    if pages[page].isEmpty { pages[page] = [UInt32](repeating: 0, count: Self.pageSize) }
  }

  /// Adds to a count; one that would go beyond four billion stays there.
  private mutating func add(_ count: UInt32, _ page: Int, _ place: Int) {
    let (sum, overflow) = pages[page][place].addingReportingOverflow(count)
    pages[page][place] = overflow ? .max : sum
  }
}
