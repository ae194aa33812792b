// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

@testable import SLAGates

/// Any requirement that the API can make, drawn from a generator whose seed repeats it.
struct GeneratedRequirement {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// The next requirement.
  mutating func next() -> Requirement {
    if chance(8) {
      let band = deadband()
      return Requirement.drained(name(), to: number(), within: duration()).deadband(band)
    }
    if chance(8) {
      let (phase, base, rise) = (name(), name(), share(from: -1, to: 4))
      return .recovered(phase, within: Share(rise), of: base, by: latency())
    }
    return scoped(limited())
  }

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private mutating func element<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  // MARK: - Metrics and limits

  private mutating func limited() -> Requirement {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let metric = chance(3) ? segment() : time()
      return bound(metric, by: { $0.duration() }, (<), (<=), (>), (>=), Requirement.between)
    case 1:
      let metric = share()
      let lowest = metric.quantity.range.lowerBound
      let limit = { (self: inout Self) in self.share(from: lowest, to: lowest < 0 ? 20 : 1) }
      return bound(metric, by: limit, (<), (<=), (>), (>=), Requirement.between)
    case 2:
      let metric: Metric<Rate> =
        chance(3) ? .throughput(of: name()) : .throughput(withFailures: chance(2))
      let limit = { (self: inout Self) in Rate.perMinute(self.number().magnitude) }
      return bound(metric, by: limit, (<), (<=), (>), (>=), Requirement.between)
    case 3:
      let limit = { (self: inout Self) in self.count(from: 0) }
      return bound(counted(), by: limit, (<), (<=), (>), (>=), Requirement.between)
    case 4:
      let metric = element([Metric<ByteSize>.peakMemory, .outputSize])
      return bound(metric, by: { $0.size() }, (<), (<=), (>), (>=), Requirement.between)
    default: return bound(probe(), by: { $0.number() }, (<), (<=), (>), (>=), Requirement.between)
    }
  }

  private mutating func bound<Value, Limit: Comparable>(
    _ metric: Metric<Value>,
    by limit: (inout Self) -> Limit,
    _ less: (Metric<Value>, Limit) -> Requirement,
    _ lessOrEqual: (Metric<Value>, Limit) -> Requirement,
    _ greater: (Metric<Value>, Limit) -> Requirement,
    _ greaterOrEqual: (Metric<Value>, Limit) -> Requirement,
    _ between: (Metric<Value>, Limit, Limit) -> Requirement
  ) -> Requirement {
    let first = limit(&self)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return less(metric, first)
    case 1: return lessOrEqual(metric, first)
    case 2: return greater(metric, first)
    case 3: return greaterOrEqual(metric, first)
    default:
      let second = limit(&self)
      return between(metric, min(first, second), max(first, second))
    }
  }

  private mutating func latency() -> Metric<Duration> {
    let metrics: [Metric<Duration>] = [
      .p50, .p75, .p90, .p95, .p99, .p999, .min, .mean, .max, .standardDeviation,
      .percentile(share(from: 0, to: 1)), .percentile(1),
    ]
    return element(metrics)
  }

  private mutating func time() -> Metric<Duration> {
    chance(8) ? element([.cpu, .elapsed]) : latency()
  }

  private mutating func segment() -> Metric<Duration> {
    .percentile(element([0.5, 0.95, 0.999, share(from: 0, to: 1)]), of: name())
  }

  private mutating func share() -> Metric<Share> {
    let metrics: [Metric<Share>] = [
      .errorRate, .successRate, .failureRate(element(FailureCategory.all)),
      .failureRate(reason: name()), .shareWithin(duration()),
      .degradation(first: count(from: 1), last: count(from: 1)),
    ]
    return element(metrics)
  }

  private mutating func counted() -> Metric<Int> {
    let metrics: [Metric<Int>] = [
      .count, .failures(element(FailureCategory.all)), .failures(reason: name()),
      .count(of: name()),
    ]
    return element(metrics)
  }

  private mutating func probe() -> Metric<Double> {
    let metrics: [Metric<Double>] = [
      .peak(name()), .mean(of: name()), .last(of: name()), .slope(of: name()),
    ]
    return element(metrics)
  }

  // MARK: - Scopes

  private mutating func scoped(_ requirement: Requirement) -> Requirement {
    var requirement = requirement
    if requirement.quantity.isOfOperations {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: requirement = requirement.on(name())
      case 1: requirement = requirement.onEvery()
      case 2: requirement = requirement.excluding(name(), name())
      default: break
      }
      if chance(3) { requirement = requirement.on(phase: name()) }
      if chance(3) { requirement = requirement.excluding(element(FailureCategory.all), .throttled) }
    }
    if requirement.quantity.isKnownByWindow, chance(3) {
      requirement = requirement.inEvery(max(duration(), .nanoseconds(1)))
    }
    return requirement.deadband(deadband())
  }

  // MARK: - Values

  private mutating func deadband() -> Double { chance(3) ? share(from: 0, to: 0.999) : 0 }

  /// A share as people write it, or any there can be.
  private mutating func share(from least: Double, to most: Double) -> Double {
    guard chance(3) else {
      let hundredths = Int((least * 10_000).rounded())...Int((most * 10_000).rounded(.down))
      return Double(Int.random(in: hundredths, using: &random)) / 10_000
    }
    return chance(3)
      ? 1 / Double.random(in: 2...1e12, using: &random)
      : Double.random(in: least...most, using: &random)
  }

  private mutating func count(from least: Int) -> Int {
    chance(4)
      ? Int.random(in: least...Int.max, using: &random)
      : Int.random(in: least...300, using: &random)
  }

  /// A number that is not negative in half of the cases, of any size.
  private mutating func number() -> Double {
    guard chance(3) else { return Double(Int.random(in: -500...500, using: &random)) / 4 }
    let number = Double(bitPattern: random.next())
    return number.isFinite ? number : 0
  }

  private mutating func size() -> ByteSize {
    chance(4)
      ? .bytes(Int.random(in: 0...Int.max, using: &random))
      : .bytes(count(from: 0) % 3_000 * element([1, 1_000, 1_024, 1_000_000, 1 << 20]))
  }

  private mutating func duration() -> Duration {
    let unit: Int64 = element([1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000])
    let count = Int64.random(in: 0...2_000, using: &random)
    return chance(10)
      ? .nanoseconds(Int64.random(in: 0...Int64.max, using: &random))
      : .nanoseconds(count * unit)
  }

  /// A plain name, a word of the text, or any characters that there are.
  private mutating func name() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return element(Self.plain)
    case 1: return element(NameText.reserved.sorted() + Self.words)
    default:
      let count = Int.random(in: 0...8, using: &random)
      return (0..<count).map { _ in element(Self.pieces) }.joined()
    }
  }

  private static let plain = ["search", "recipes_search", "/health", "a-b.c:d", "_x", "p95", "GET"]
  private static let words = [
    "every operation", "throttled", "throttled failures", "first", "peak", "GET /health", "5xx",
    "-1",
  ]
  private static let pieces = [
    "a", "Z", "0", " ", "  ", "\"", "\\", "n", "u{41}", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{1B}",
    "\u{85}", "\u{2028}", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{600}", "\u{FEFF}", "\u{202E}", "é",
    "e\u{301}", "日本", "👩‍💻", "🇩🇪", "🇩", "#", ",", "<", "=", "%", "(", "\"\u{301}", "\u{A0}",
  ]
}
