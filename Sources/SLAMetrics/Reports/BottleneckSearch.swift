// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Looks for the bottleneck of an operation among its segments.
struct BottleneckSearch {
  /// The fewest operations for a claim about P95: of fewer no upper bound of it is known at 95 % confidence.
  ///
  /// 0.95⁵⁹ < 0.05: W. J. Conover, Practical Nonparametric Statistics, 3rd edition, section 3.2.
  static let fewestOperations = 59
  /// The least share of the operation's P95: two segments that are even have half each, three have a third.
  ///
  /// Below it most of the time would be left if the segment took none.
  static let leastShare = 0.4
  /// How many times the second segment, and what no segment covers, the first must be.
  ///
  /// Removing it would else soon leave another one just as large; and even segments differ by less at random.
  static let leastLead = 1.5
  /// The share of operations whose slowness is explained.
  static let tail = 0.05
  /// By which share of the median the slowest must lie above it: below it there is nothing to explain.
  static let leastExcess = 0.2
  /// The least share of what the slowest took longer that one segment must explain: most of it.
  static let leastExplained = 0.5
  /// The fewest slow operations: that one of two even segments leads in all of six has a chance of 3 %.
  static let fewestSlow = 6
  /// How sure it must be that the segment leads in most slow operations.
  static let confidence = 0.95

  private let name: String
  private let segments: [SegmentReport]
  private let recording: SegmentRecording

  init(_ name: String, _ segments: [SegmentReport], _ recording: SegmentRecording) {
    self.name = name
    self.segments = segments
    self.recording = recording
  }

  /// What was found, or `nil` if the evidence is thin.
  var bottleneck: Bottleneck? { Bottleneck(name, largest: largest, slowest: slowest) }

  // MARK: - The largest share

  private var largest: Bottleneck.Finding? {
    let count = recording.operations.count
    guard count >= Self.fewestOperations, let operation = Summary(recording.operations),
      let first = segments.max(by: { $0.p95Share < $1.p95Share }), first.p95Share >= Self.leastShare
    else { return nil }
    // By the end of the interval that speaks against the claim.
    let lower = bound(first.record.selfTimes, .lower)
    let others = segments.filter { $0.name != first.name }.map(\.record.selfTimes)
    for other in others + [recording.other] {
      let p95 = percentile(other, of: count)
      guard percentile(first.record.selfTimes, of: count) >= Self.leastLead * p95,
        lower > bound(other, .upper)
      else { return nil }
    }
    let p95 = first.record.selfPercentile(0.95, of: count)
    return Bottleneck.Finding(
      first,
      share: first.p95Share,
      p95: p95,
      operations: count,
      evidence: evidence(of: first, p95, operation)
    )
  }

  private func percentile(_ times: Histogram, of count: Int) -> Double {
    SegmentRecord("", times: times, selfTimes: times).selfPercentile(0.95, of: count).inSeconds
  }

  private enum Side { case lower, upper }

  /// An end of the 90 % interval of the P95, each side of which holds at 95 %.
  private func bound(_ times: Histogram, _ side: Side) -> Double {
    let count = recording.operations.count
    guard let summary = Summary(times) else { return 0 }
    let absent = max(count - summary.count, 0)
    let ranks = Percentile.intervalRanks(of: 0.95, in: absent + summary.count, confidence: 0.9)
    switch side {
    case .lower:
      guard let rank = ranks.lower, rank > absent else { return 0 }
      return summary.bounds(ofRank: rank - absent).lowerBound.inSeconds
    case .upper:
      guard let rank = ranks.upper else { return .infinity }
      return rank <= absent ? 0 : summary.bounds(ofRank: rank - absent).upperBound.inSeconds
    }
  }

  private func evidence(of segment: SegmentReport, _ p95: Duration, _ operation: Summary) -> String
  {
    let text = "\(segment.name): P95 \(FigureDigits.duration(p95))"
    let share = FigureDigits.percent(segment.p95Share)
    guard let parent = segments.first(where: { $0.name == segment.parent }),
      let time = parent.time, time.p95 > .zero
    else { return "\(text), \(share) of \(name) at P95" }
    let part = FigureDigits.percent(p95 / time.p95)
    return "\(text), \(part) of \(parent.name), and \(share) of \(name) at P95"
  }

  // MARK: - The slowest

  private var slowest: Bottleneck.Finding? {
    let rows = recording.sample.kept.sorted { $0.nanoseconds < $1.nanoseconds }
    guard !rows.isEmpty, !segments.isEmpty else { return nil }
    let middle = rows[Percentile.rank(of: 0.5, in: rows.count) - 1].nanoseconds
    let medians = segments.indices.map { place in
      let times = rows.map { $0.time(place) }.sorted()
      return times[Percentile.rank(of: 0.5, in: times.count) - 1]
    }
    let slow = rows.suffix(Int((Double(rows.count) * Self.tail).rounded(.up)))
    let excess = slow.map { Double($0.nanoseconds - middle) }.reduce(0, +)
    guard excess / Double(slow.count) >= Self.leastExcess * Double(middle), excess > 0 else {
      return nil
    }
    // Those among the slowest that make up the excess: a segment may hurt one in a hundred only.
    let bearers = slow.filter {
      Double($0.nanoseconds - middle) >= excess / Double(slow.count) / 2
    }
    let excesses = segments.indices.map { place in
      slow.map { Double($0.time(place) - medians[place]) }.reduce(0, +)
    }
    let order = segments.indices.sorted { excesses[$0] > excesses[$1] }
    let first = order[0]
    let second = order.count > 1 ? max(excesses[order[1]], 0) : 0
    let uncovered = excess - excesses.reduce(0, +)
    let leading = bearers.filter { row in
      let own = row.time(first) - medians[first]
      return segments.indices.allSatisfy { $0 == first || row.time($0) - medians[$0] < own }
    }
    guard bearers.count >= Self.fewestSlow, excesses[first] / excess >= Self.leastExplained,
      excesses[first] >= Self.leastLead * max(second, uncovered),
      ProportionBound.lower(leading.count, of: bearers.count, confidence: Self.confidence) > 0.5
    else { return nil }
    let share = excesses[first] / excess
    // Below 2^63, which a mean of the longest durations there are is rounded to.
    let mean = Int64(min(excess / Double(slow.count), 9e18))
    return Bottleneck.Finding(
      segments[first],
      share: share,
      p95: segments[first].record.selfPercentile(0.95, of: recording.operations.count),
      operations: slow.count,
      evidence: """
        \(segments[first].name): \(FigureDigits.percent(share)) of the \
        \(FigureDigits.duration(.nanoseconds(mean))) by which the slowest 5 % of \
        \(name) lie above the median
        """
    )
  }
}

extension SegmentSample.Row {
  /// The self time of a segment in nanoseconds, by its place.
  fileprivate func time(_ place: Int) -> Int64 {
    selfTimes.indices.contains(place) ? selfTimes[place] : 0
  }
}
