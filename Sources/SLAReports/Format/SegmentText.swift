// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What segments took, in lines and in tables.
enum SegmentText {
  /// The most segments of which there is a line.
  private static let limit = 8

  /// A line for each of the segments with the largest shares, and one for the bottleneck, if there is one.
  static func lines(of report: LoadReport) -> [String] {
    let segments = report.segments.sorted { $0.selfShare > $1.selfShare }
    let lines = segments.prefix(limit).compactMap(line)
    let rest = segments.count - lines.count
    let more = rest > 0 ? ["and \(NumberText.count(rest, "further segment"))"] : []
    return lines + more + (report.bottleneck.map { ["bottleneck: \($0)"] } ?? [])
  }

  private static func line(of segment: SegmentReport) -> String? {
    guard let time = segment.time else { return nil }
    let figures = [("p50", time.p50), ("p95", time.p95), ("p99", time.p99)]
      .map { "\($0) \(FigureText.duration($1))" }.joined(separator: "   ")
    let own = segment.share == segment.selfShare ? "" : ", \(share(segment.selfShare)) by itself"
    return "segment \(segment.name): \(figures)   \(share(segment.share)) of the time\(own)"
  }

  static func share(_ share: Double) -> String { FigureText.share(share, digits: 2) }

  /// The segments of an operation, and what none of them covers, in rows.
  static func rows(of operation: OperationReport) -> [[String]] {
    guard !operation.segments.isEmpty else { return [] }
    let segments = operation.segments.map { segment in
      [
        operation.name, segment.name, NumberText.count(segment.runCount),
        NumberText.significant(segment.callsPerOperation), text(segment.time?.mean),
        text(segment.time?.p50), text(segment.time?.p95), text(segment.time?.p99),
        text(segment.time?.max), share(segment.share), share(segment.selfShare),
      ]
    }
    let other = operation.otherTime
    let rest = [
      operation.name, "other", NumberText.count(other?.count ?? 0), "-", text(other?.mean),
      text(other?.p50), text(other?.p95), text(other?.p99), text(other?.max),
      operation.otherShare.map(share) ?? "-", operation.otherShare.map(share) ?? "-",
    ]
    return segments + [rest]
  }

  static func text(_ duration: Duration?) -> String {
    duration.map { FigureText.duration($0) } ?? "-"
  }
}
