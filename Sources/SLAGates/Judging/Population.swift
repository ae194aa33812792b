// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// The operations of a report that a requirement is about, and what was measured of them.
package struct Population: Sendable {
  /// How long the successes took, as far as that is known.
  package enum Latency: Sendable {
    case summary(Summary)
    case window(Timeline.Window)
  }

  /// The name of the operation, or of the report.
  package let name: String
  /// How long they were made, or `nil` if that is not known.
  package let elapsed: Duration?
  package let successCount: Int
  package let failureCount: Int
  /// How many failed of each kind; empty for a part of a run, of which that is not known.
  package let failures: [FailureKind: Int]
  /// Operations that have no duration.
  package let unmeasured: Int
  /// `nil` if none succeeded.
  package let latency: Latency?
  /// How they went over time, or `nil` if that is not known.
  package let timeline: Timeline?
  /// What runs of a command used, or `nil` of what is none.
  package let usage: CommandUsage?
  /// What their segments took; empty for a part of a run, of which that is not known.
  package let segments: [SegmentReport]

  /// Whether it is a part of a run.
  package let isWindow: Bool

  /// How many ended.
  package var count: Int { successCount + failureCount }

  /// One operation, or all of a report.
  package init(_ operation: OperationReport, _ timeline: Timeline?) {
    name = operation.name
    elapsed = operation.elapsed
    successCount = operation.successCount
    failureCount = operation.failureCount
    failures = operation.failures
    unmeasured = operation.irregularities.unmeasured
    latency = operation.latency.map { .summary($0) }
    segments = operation.segments
    self.timeline = timeline
    isWindow = false
    usage = operation.usage
  }

  /// Several operations taken together.
  package init(_ name: String, merging operations: [OperationReport]) {
    // As in the total: by whatever users were set up counts where it failed.
    let recording = operations.reduce(into: Recording()) { merged, operation in
      merged.merge(operation.isSetUp ? operation.recording.failuresOnly : operation.recording)
    }
    self.name = name
    elapsed = operations.first?.elapsed
    successCount = recording.successCount
    failureCount = recording.failureCount
    failures = recording.failures
    unmeasured = recording.irregularities.unmeasured
    latency = recording.latency.map { .summary($0) }
    usage = CommandUsage.merged(operations.map(\.usage))
    let loaded = operations.filter { !$0.isSetUp }
    let all = loaded.reduce(into: SegmentRecording()) { $0.merge($1.segmentRecording) }
    segments = all.segments.map { SegmentReport($0, in: all) }
    let timelines = loaded.compactMap(\.timeline)
    timeline =
      timelines.count == loaded.count
      ? timelines.reduce(into: Timeline()) { $0.merge($1) } : nil
    isWindow = false
  }

  /// A part of a run.
  package init(_ name: String, _ window: Timeline.Window) {
    self.name = name
    elapsed = window.length
    successCount = window.count - window.failures
    failureCount = window.failures
    failures = [:]
    unmeasured = 0
    latency = window.measured > 0 ? .window(window) : nil
    segments = []
    timeline = nil
    usage = nil
    isWindow = true
  }

  private init(_ other: Population, without excluded: [FailureCategory]) {
    name = other.name
    elapsed = other.elapsed
    successCount = other.successCount
    failures = other.failures.filter { !excluded.contains($0.key.category) }
    failureCount = failures.values.reduce(0, +)
    unmeasured = other.unmeasured
    latency = other.latency
    usage = other.usage
    segments = other.segments
    // Which failures fell into which interval is not known.
    timeline = failureCount == other.failureCount ? other.timeline : nil
    isWindow = other.isWindow
  }

  /// The same without failures of some categories, as if these operations had not been made.
  package func excluding(_ categories: [FailureCategory]) -> Population {
    categories.isEmpty ? self : Population(self, without: categories)
  }
}

extension Population.Latency {
  /// How many successes have a duration.
  package var count: Int {
    switch self {
    case .summary(let summary): summary.count
    case .window(let window): window.measured
    }
  }

  /// How many took longer than a limit: the fewest and the most that it can be.
  package func count(above limit: Duration) -> (fewest: Int, most: Int) {
    switch self {
    case .summary(let summary): summary.count(above: limit)
    case .window(let window): window.count(above: limit)
    }
  }
}

extension Scope {
  /// The operations that are meant, in one population or in one for each.
  ///
  /// - Parameter report: What was measured.
  /// - Returns: At least one population unless there are no operations.
  /// - Throws: If the report has no such operation or phase.
  package func populations(of report: LoadReport) throws(Indecision) -> [Population] {
    guard report.count > 0 else { throw .nothingMeasured }
    var part = report
    if let phase {
      guard let found = report.phase(phase) else {
        throw .noSuchPhase(phase, known: report.phases.map(\.name))
      }
      part = found
    }
    let known = report.operations.map(\.name)
    if let unknown = (excludedOperations + named).first(where: { !known.contains($0) }) {
      throw .noSuchOperation(unknown, known: known)
    }
    let meant = part.operations.filter { !excludedOperations.contains($0.name) }
    return populations(part, meant).map { $0.excluding(excludedFailures) }
  }

  private var named: [String] { if case .one(let name) = operations { [name] } else { [] } }

  private func populations(_ report: LoadReport, _ meant: [OperationReport]) -> [Population] {
    switch operations {
    case .one(let name): return meant.filter { $0.name == name }.map { Population($0, $0.timeline) }
    case .every: return meant.map { Population($0, $0.timeline) }
    case .all:
      guard meant.count < report.operations.count else {
        return [Population(report.total, report.timeline)]
      }
      return meant.isEmpty ? [] : [Population(report.name, merging: meant)]
    }
  }
}
