// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Everything measured in one run.
///
/// A report is a value: it can be kept, compared, printed and judged long after the run.
public struct LoadReport: Sendable, Equatable {
  /// The name of the load test, or of the recorder that the report is made from.
  public let name: String
  /// How load was offered, in words ("16 users, 240 requests"), or `nil` for a recorder.
  public let load: String?
  /// The most operations that had begun and not ended at one time, or `nil` for a recorder.
  ///
  /// Begun is not the same as at work: an operation in flight may wait for a thread or an actor.
  public let peakInFlight: Int?
  /// What is to be known before trusting the figures; empty when nothing is.
  public private(set) var warnings: [Warning]
  /// Each operation by itself, in the order in which they were declared.
  public let operations: [OperationReport]
  /// All operations taken together.
  public let total: OperationReport
  /// How the run went over time, or `nil` for a recorder, which does not keep that.
  public let timeline: Timeline?

  /// Makes the report of what was recorded.
  ///
  /// - Parameters:
  ///   - name: The name of the load test or recorder.
  ///   - load: How load was offered, in words.
  ///   - elapsed: From the start of the run to its end; `nil` if that is not known.
  ///   - recordings: What was recorded, by name of the operation.
  ///   - peakInFlight: The most operations that had begun and not ended at one time.
  ///   - timeline: How the run went over time.
  package init(
    _ name: String,
    load: String?,
    elapsed: Duration?,
    recordings: [(name: String, recording: Recording)],
    peakInFlight: Int? = nil,
    timeline: Timeline? = nil
  ) {
    self.name = name
    self.peakInFlight = peakInFlight
    self.load = load
    operations = recordings.map {
      OperationReport($0.name, elapsed: elapsed, recording: $0.recording)
    }
    self.timeline = timeline
    if operations.count == 1 {
      total = OperationReport(name, operations[0])
    } else {
      let merged = recordings.reduce(into: Recording()) { $0.merge($1.recording) }
      total = OperationReport(name, elapsed: elapsed, recording: merged)
    }
    warnings = Warning.all(of: total.irregularities)
  }

  /// The report with further warnings.
  package func adding(_ further: [Warning]) -> LoadReport {
    var report = self
    report.warnings += further
    return report
  }

  /// From the start of the run to its end, or `nil` for durations recorded without their times.
  public var elapsed: Duration? { total.elapsed }
  /// How long the successful operations took, or `nil` if none succeeded.
  public var latency: Summary? { total.latency }
  /// The number of failed operations by kind.
  public var failures: [FailureKind: Int] { total.failures }
  /// What was recorded that is no duration within the range of a recorder.
  public var irregularities: Irregularities { total.irregularities }
  /// The number of operations that ended, in `0...`.
  public var count: Int { total.count }
  /// The share of operations that failed, in `0...1`, or `nil` if none ended.
  public var errorRate: Double? { total.errorRate }
  /// The share of operations that succeeded, in `0...1`, or `nil` if none ended.
  public var successRate: Double? { total.successRate }
  /// The successful operations per second of the run, or `nil` if none ended or no time passed.
  public var throughput: Rate? { total.throughput }
}

extension LoadReport: LoadReportConvertible {
  /// The report itself.
  public var loadReport: LoadReport { self }
}

extension LoadReport: CustomStringConvertible {
  /// What was measured in a line: `mix: 240 operations, 3 failed; 237 durations, min 1 ms, …`.
  public var description: String { total.description }
}
