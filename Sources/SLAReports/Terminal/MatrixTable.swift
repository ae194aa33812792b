// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAGates
public import SLAMetrics

extension MatrixReport {
  /// Renders the matrix as a table for a terminal.
  ///
  /// ```
  /// configuration    n  requests/s     P95  error rate  peak pending  drained  verdict
  /// baseline       240     100 /s  263 ms         0 %             0     1 ms  met
  /// high_workers   240    62.3 /s  455 ms         0 %             1     3 ms  missed: p95 <= 400 ms
  /// broken           -           -       -           -             -        -  failed: port in use
  /// ```
  ///
  /// Of several runs *n* is of all, figures are means, a peak the highest, and a verdict the worst. *drained* is how long
  /// what the load set going took to come to rest. A `!` stands where the load was not the one asked for. What was not
  /// measured reads `-`.
  ///
  /// - Parameter sla: What is judged in the last column; without requirements it says only what failed to be measured.
  /// - Returns: Lines that end in a newline.
  public func table(_ sla: SLA = []) -> String {
    let probes = rows.flatMap(\.runs).flatMap(\.probes).reduce(into: [String]()) { names, probe in
      if !names.contains(probe.name) { names.append(probe.name) }
    }
    let hasProfiles = rows.contains { $0.profile != nil }
    let hasRepeats = rows.contains { $0.runs.count + $0.faults.count > 1 }
    let settles = rows.contains { $0.runs.contains { $0.settling != nil } }
    let judges =
      !sla.requirements.isEmpty
      || rows.contains { row in
        !row.faults.isEmpty || row.runs.contains { $0.warnings.contains(where: \.isInvalidLoad) }
      }
    let texts = ["configuration"] + (hasProfiles ? ["load"] : [])
    let figures =
      (hasRepeats ? ["runs"] : []) + ["n", "requests/s", "P95", "error rate"]
      + probes.map { "peak \($0)" } + (settles ? ["drained"] : [])
    var table = TextTable(
      texts.map { _ in .left } + figures.map { _ in .right } + (judges ? [.left] : [])
    )
    table.add(texts + figures + (judges ? ["verdict"] : []))
    for row in rows {
      table.add(
        [row.configuration] + (hasProfiles ? [row.profile ?? ""] : [])
          + (hasRepeats ? ["\(row.runs.count)"] : []) + Self.figures(of: row)
          + probes.map { Self.peak(of: $0, in: row) } + (settles ? [Self.drain(of: row)] : [])
          + (judges ? [Self.verdict(on: row, sla)] : [])
      )
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  private static func figures(of row: Row) -> [String] {
    [
      row.runs.isEmpty ? "-" : NumberText.count(row.runs.map(\.count).reduce(0, +)),
      mean(row.runs.map { $0.throughput?.perSecond }).map { FigureText.rate(.perSecond($0)) }
        ?? "-",
      mean(row.runs.map { $0.latency?.p95.inSeconds }).map { FigureText.duration(.seconds($0)) }
        ?? "-",
      mean(row.runs.map(\.errorRate)).map { FigureText.share($0) } ?? "-",
    ]
  }

  /// The mean of those that there are.
  private static func mean(_ figures: [Double?]) -> Double? {
    let known = figures.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  private static func peak(of probe: String, in row: Row) -> String {
    row.runs.compactMap { $0.probe(probe)?.max }.max().map { NumberText.significant($0) } ?? "-"
  }

  private static func drain(of row: Row) -> String {
    let settlings = row.runs.compactMap(\.settling)
    guard !settlings.isEmpty else { return "-" }
    let times = settlings.compactMap(\.duration)
    return times.count < settlings.count
      ? "no" : times.max().map { FigureText.duration($0) } ?? "-"
  }

  /// The worst of all runs, with what decided it.
  private static func verdict(on row: Row, _ sla: SLA) -> String {
    if let fault = row.faults.first {
      let rounds = row.faults.count + row.runs.count
      return rounds == 1
        ? "failed: \(fault)" : "failed in \(row.faults.count) of \(rounds): \(fault)"
    }
    let isInvalid = row.runs.contains { $0.warnings.contains(where: \.isInvalidLoad) }
    let verdict = verdict(of: row, sla)
    return isInvalid ? "! " + verdict : verdict
  }

  private static func verdict(of row: Row, _ sla: SLA) -> String {
    guard !sla.requirements.isEmpty else { return "" }
    let assessments = row.runs.map { sla.verdict(on: $0) }
    let order: [Verdict.Status] = [.missed, .undecided, .met]
    for status in order {
      guard let assessment = assessments.first(where: { $0.status == status }) else { continue }
      let decisive = assessment.verdicts.first { $0.status == status && status != .met }
      return "\(status)" + (decisive.map { ": \($0.requirement)" } ?? "")
    }
    return "not measured"
  }
}
