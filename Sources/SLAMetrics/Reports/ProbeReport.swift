// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a probe saw of a gauge before, during and after a load.
///
/// A gauge that could not be read, or not in time, leaves a gap, and no zero.
public struct ProbeReport: Sendable, Equatable {
  /// One reading.
  public struct Sample: Sendable, Hashable {
    /// When the reading came, from the start of the load; negative before it.
    public let time: Duration
    /// What was read.
    public let value: Double

    package init(time: Duration, value: Double) {
      self.time = time.inWholeNanoseconds
      self.value = value
    }
  }

  /// A time without readings that should have been.
  public struct Gap: Sendable, Hashable {
    /// When the first reading was due that is missing, from the start of the load.
    public let start: Duration
    /// When readings came again, or the probe ended.
    public let end: Duration
    /// Why: what the gauge threw, or that it gave no answer.
    public let reason: String

    package init(start: Duration, end: Duration, reason: String) {
      self.start = start.inWholeNanoseconds
      self.end = end.inWholeNanoseconds
      self.reason = reason
    }
  }

  /// The name of the gauge.
  public let name: String
  /// The readings in the order of time.
  public let samples: [Sample]
  /// The times without readings.
  public let gaps: [Gap]
  /// When the load ended, from its start.
  public let loadEnd: Duration

  package init(_ name: String, samples: [Sample], gaps: [Gap], loadEnd: Duration) {
    self.name = name
    self.samples = samples
    self.gaps = gaps
    self.loadEnd = loadEnd.inWholeNanoseconds
  }

  /// The smallest reading, or `nil` without any.
  public var min: Double? { samples.lazy.map(\.value).min() }
  /// The largest reading, or `nil` without any.
  public var max: Double? { samples.lazy.map(\.value).max() }
  /// The mean of the readings during the load, or `nil` without any: how long it took to settle is not in it.
  public var mean: Double? {
    let during = during
    return during.isEmpty ? nil : during.lazy.map(\.value).reduce(0, +) / Double(during.count)
  }
  /// The last reading, or `nil` without any.
  public var last: Double? { samples.last?.value }

  private var during: [Sample] { samples.filter { $0.time >= .zero && $0.time <= loadEnd } }

  /// How fast the readings rise per second during the load, or `nil` with fewer than two moments.
  ///
  /// The slope of least squares, Σ(t − t̄)(v − v̄) / Σ(t − t̄)²; N. R. Draper and H. Smith, "Applied
  /// Regression Analysis", 3rd edition, https://doi.org/10.1002/9781118625590.
  public var slope: Double? {
    let during = during
    guard let first = during.first else { return nil }
    let times = during.map { ($0.time - first.time).inSeconds }
    let count = Double(during.count)
    let (middle, level) = (
      times.reduce(0, +) / count, during.map(\.value).reduce(0, +) / count
    )
    let square = times.map { ($0 - middle) * ($0 - middle) }.reduce(0, +)
    guard square > 0 else { return nil }
    return zip(times, during).map { ($0 - middle) * ($1.value - level) }.reduce(0, +) / square
  }

  /// The share of the time that the gauge was above a level, in `0...1`; `nil` without two readings.
  ///
  /// A reading stands for the time until the next one; gaps belong to no level.
  ///
  /// - Parameter level: The level.
  /// - Returns: The share of the time for which readings stand.
  public func share(above level: Double) -> Double? {
    var (above, whole) = (0.0, 0.0)
    for (sample, next) in zip(samples, samples.dropFirst()) {
      let isGap = gaps.contains { $0.start < next.time && $0.end > sample.time }
      guard !isGap else { continue }
      let length = (next.time - sample.time).inSeconds
      whole += length
      if sample.value > level { above += length }
    }
    return whole > 0 ? above / whole : nil
  }

  /// How long after the load the gauge came down to a level and stayed there, or `nil` if it did not.
  ///
  /// Zero if readings from before the end of the load on say that it was not above. What is not known
  /// counts as above: a gauge without a reading after the load is not drained, nor is one whose last reading is
  /// missing, and one with a gap is from the reading that ends it.
  ///
  /// - Parameter level: The level.
  /// - Returns: The time from the end of the load to the first reading of those that stayed.
  public func drained(to level: Double) -> Duration? {
    guard let last = samples.last, last.time >= loadEnd, last.value <= level,
      !gaps.contains(where: { $0.end > last.time })
    else { return nil }
    var first = last
    for sample in samples.dropLast().reversed() {
      let isGap = gaps.contains { $0.start < first.time && $0.end > sample.time }
      guard sample.value <= level, !isGap, first.time > loadEnd else { break }
      first = sample
    }
    return Swift.max(first.time - loadEnd, .zero)
  }
}

extension ProbeReport: CustomStringConvertible {
  /// What was seen in a line: `pending: 41 readings, min 0, mean 0.5, max 3, last 0`.
  public var description: String {
    guard let min, let mean, let max, let last else { return "\(name): no readings" }
    let missing = gaps.isEmpty ? "" : ", \(gaps.count) gaps"
    return """
      \(name): \(samples.count) readings, min \(Self.text(min)), mean \(Self.text(mean)), \
      max \(Self.text(max)), last \(Self.text(last))\(missing)
      """
  }

  private static func text(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
