// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Figures of durations in nanoseconds that follow from the rest, and are not read back.
struct LatencyFigures: Encodable {
  let meanNanoseconds, p50Nanoseconds, p95Nanoseconds, p99Nanoseconds, maxNanoseconds: Int64

  init(_ summary: Summary) {
    meanNanoseconds = summary.mean.wholeNanoseconds
    p50Nanoseconds = summary.p50.wholeNanoseconds
    p95Nanoseconds = summary.p95.wholeNanoseconds
    p99Nanoseconds = summary.p99.wholeNanoseconds
    maxNanoseconds = summary.max.wholeNanoseconds
  }
}

/// Figures of operations that follow from the rest, and are not read back.
///
/// Of latency there is nothing where no operation succeeded, and no throughput where no time is known.
struct OperationFigures: Encodable {
  private enum CodingKeys: String, CodingKey {
    case count, failureCount, errorRate, throughputPerSecond, failures, segments, bottleneck
  }

  private let report: OperationReport

  init(_ report: OperationReport) {
    self.report = report
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(report.count, forKey: .count)
    try container.encode(report.failureCount, forKey: .failureCount)
    try container.encodeIfPresent(number: report.errorRate, forKey: .errorRate)
    try container.encodeIfPresent(
      number: report.throughput?.perSecond,
      forKey: .throughputPerSecond
    )
    try container.encode(FailureCount.list(report.failures), forKey: .failures)
    if !report.segments.isEmpty {
      try container.encode(report.segments.map(SegmentFigures.init), forKey: .segments)
      try container.encodeIfPresent(report.bottleneck, forKey: .bottleneck)
    }
    // Beside them, rather than one level down.
    try report.latency.map(LatencyFigures.init)?.encode(to: encoder)
  }
}

/// Figures of a segment that follow from the rest, and are not read back: of the operations in which it ran.
struct SegmentFigures: Encodable {
  let name: String
  let runCount, callCount: Int
  let share, selfShare, p95Share: Double
  let time, selfTime: LatencyFigures?

  init(_ segment: SegmentReport) {
    name = segment.name
    runCount = segment.runCount
    callCount = segment.callCount
    share = segment.share
    selfShare = segment.selfShare
    p95Share = segment.p95Share
    time = segment.time.map(LatencyFigures.init)
    selfTime = segment.selfTime.map(LatencyFigures.init)
  }
}
