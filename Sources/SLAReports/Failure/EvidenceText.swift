// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics

/// What a report measured, in a few lines.
enum EvidenceText {
  /// The most kinds of failure that are named.
  private static let kindLimit = 5

  /// What was measured, and what the verdicts rest on.
  static func lines(of assessment: Assessment, isDebugBuild: Bool) -> [String] {
    let report = assessment.report
    let isOfTime = assessment.unmet.contains { $0.requirement.quantity.isTime }
    return lines(of: report) + operations(of: assessment) + intervals(of: assessment)
      + (isDebugBuild && isOfTime && report.count > 0 ? ["Measured in a debug build."] : [])
  }

  static func lines(of report: LoadReport) -> [String] {
    [volume(of: report)] + sampling(of: report) + latency(of: report) + failures(of: report)
      + counters(of: report) + SegmentText.lines(of: report)
      + UsageText.lines(of: report)
      + generator(of: report) + report.probes.map { "probe \($0)" }
      + (report.settling.map { ["\($0)"] } ?? [])
  }

  /// The operations that verdicts which are not met are of, where there are several.
  private static func operations(of assessment: Assessment) -> [String] {
    guard assessment.report.operations.count > 1 else { return [] }
    var names: [String] = []
    for verdict in assessment.unmet where !names.contains(verdict.subject) {
      names.append(verdict.subject)
    }
    return names.compactMap { assessment.report.operation($0) }.map { operation in
      let count = NumberText.count(operation.count, "operation")
      let figures = operation.latency.map { latency in
        [("p50", latency.p50), ("p95", latency.p95), ("p99", latency.p99), ("max", latency.max)]
          .map { "   \($0) \(FigureText.duration($1))" }.joined()
      }
      return
        "\(operation.name): \(count), \(NumberText.count(operation.failureCount)) failed\(figures ?? "")"
    }
  }

  /// What the figures of verdicts that are not met lie in.
  private static func intervals(of assessment: Assessment) -> [String] {
    assessment.unmet.compactMap { verdict in
      guard let interval = verdict.interval, let lower = interval.lower else { return nil }
      let upper = interval.upper.map { " to \(FigureText.text($0))" } ?? " or more"
      let confidence = FigureText.share(interval.confidence, digits: 2)
      return """
        interval of \(verdict.requirement.subject) at \(confidence) confidence: \
        \(FigureText.text(lower))\(upper)
        """
    }
  }

  /// How it was decided when to stop.
  private static func sampling(of report: LoadReport) -> [String] {
    report.sampling.map { sampling in
      [
        """
        sampled until decided at \(FigureText.share(sampling.confidence, digits: 2)) confidence, at most \
        \(NumberText.count(sampling.limit, "operation"))
        """
      ]
    } ?? []
  }

  private static func volume(of report: LoadReport) -> String {
    let elapsed = report.elapsed.map { " in \(FigureText.duration($0))" } ?? ""
    let load = report.load.map { " (\($0))" } ?? ""
    let rate = report.throughput.map { "; \(FigureText.rate($0)) succeeded" } ?? ""
    let atOnce = report.peakInFlight.map { "; at most \(NumberText.count($0)) at once" } ?? ""
    return """
      \(NumberText.count(report.count, "operation"))\(elapsed)\(load); \
      \(NumberText.count(report.total.failureCount)) failed\(rate)\(atOnce)
      """
  }

  private static func latency(of report: LoadReport) -> [String] {
    guard let latency = report.latency else { return [] }
    let figures: [(String, Duration)] = [
      ("min", latency.min), ("mean", latency.mean), ("p50", latency.p50), ("p90", latency.p90),
      ("p95", latency.p95), ("p99", latency.p99), ("max", latency.max),
    ]
    let accuracy = latency.isExact ? "" : ", at most 0.1 % too high"
    return [
      figures.map { "\($0) \(FigureText.duration($1))" }.joined(separator: "   "),
      """
      Latency of \(NumberText.count(latency.count, "successful operation")), \
      \(origin(of: report)); percentiles by nearest rank\(accuracy).
      """,
    ] + service(of: report)
  }

  private static func origin(of report: LoadReport) -> String {
    if report.serviceTime != nil { return "from the planned start of each" }
    if report.phases.contains(where: { $0.serviceTime != nil }) {
      return
        "from the planned start where the phase has a schedule, else from the start of each call"
    }
    return report.elapsed == nil ? "as recorded" : "from the start of each call"
  }

  /// The time from the start of each call, where latency counts from before.
  private static func service(of report: LoadReport) -> [String] {
    guard let service = report.serviceTime else { return [] }
    let figures = [("p50", service.p50), ("p95", service.p95), ("p99", service.p99)]
      .map { "\($0) \(FigureText.duration($1))" }
    return ["from the start of each call: " + figures.joined(separator: "   ")]
  }

  /// What operations counted beside themselves.
  private static func counters(of report: LoadReport) -> [String] {
    report.counters.prefix(kindLimit).map { counter in
      let rate = counter.rate.map { ", \(FigureText.rate($0))" } ?? ""
      return "counter \(counter.name): \(NumberText.count(counter.count))\(rate)"
    }
  }

  /// What the load generator itself did.
  private static func generator(of report: LoadReport) -> [String] {
    guard let generator = report.generator else { return [] }
    var parts: [String] = []
    if let used = generator.coresUsed {
      let cores = NumberText.count(generator.cores, "core")
      parts.append("\(NumberText.significant(used, digits: 2)) of \(cores) used by this process")
    }
    if let late = generator.lateness {
      parts.append(
        """
        starts late by p50 \(FigureText.duration(late.p50)), p99 \(FigureText.duration(late.p99)), \
        max \(FigureText.duration(late.max))
        """
      )
    }
    if generator.droppedCount > 0, let planned = generator.plannedCount {
      let dropped = NumberText.count(generator.droppedCount)
      parts.append("\(dropped) of \(NumberText.count(planned)) arrivals dropped")
    }
    return parts.isEmpty ? [] : ["load: " + parts.joined(separator: "; ")]
  }

  private static func failures(of report: LoadReport) -> [String] {
    guard !report.failures.isEmpty else { return [] }
    // Kinds beyond those that are told apart come with the rest, not as a kind of their own.
    let kinds = report.failures.filter { !$0.key.isFurtherKinds }
      .sorted { ($1.value, "\($0.key)") < ($0.value, "\($1.key)") }
    let furtherKinds = report.failures.first { $0.key.isFurtherKinds }?.value ?? 0
    let named = kinds.prefix(kindLimit).map { "\(NumberText.count($0.value)) × \($0.key)" }
    let rest = kinds.dropFirst(kindLimit).map(\.value).reduce(furtherKinds, +)
    let more = rest == 0 ? [] : ["\(NumberText.count(rest)) of other kinds"]
    return ["failed: " + (named + more).joined(separator: ", ")]
  }
}
