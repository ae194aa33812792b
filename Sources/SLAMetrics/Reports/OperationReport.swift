// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What one operation did during a run: how long it took, how often it failed, and why.
///
/// Latency is that of the operations that succeeded; `failedLatency` is that of the others.
public struct OperationReport: Sendable, Equatable {
  /// The name of the operation.
  public let name: String
  /// From the start of the run to its end, or `nil` for durations recorded without their times.
  public let elapsed: Duration?
  /// How long the successful operations took, or `nil` if none succeeded.
  ///
  /// From their planned starts where the load had a schedule: the response time. Otherwise from the start of
  /// each call.
  public let latency: Summary?
  /// How long the failed operations took until they failed, or `nil` if none failed.
  public let failedLatency: Summary?
  /// How long the successful operations took from the start of each call, or `nil` where latency says so
  /// already.
  public let serviceTime: Summary?
  /// How the operation went over time, or `nil` if that was not kept.
  ///
  /// A recorder does not keep it, and a load does so of its first 32 operations; those beyond are in the
  /// timeline of the whole.
  public let timeline: Timeline?
  /// What the runs used of the machine, or `nil` of what is no command.
  public let usage: CommandUsage?
  /// Everything that was recorded.
  public let recording: Recording
  /// What was recorded of service times, which is nothing where there is no schedule.
  package let service: Recording
  /// Whether users were set up by it, so that its successes are no part of the load.
  package let isSetUp: Bool
  /// What each of its segments took, in the order in which they came first; empty without segments.
  public let segments: [SegmentReport]
  /// Everything that was recorded of segments.
  package let segmentRecording: SegmentRecording

  /// What is known of the run that an operation is of.
  package struct Run: Sendable, Equatable {
    package let warnings: [Warning]
    package let sampling: SequentialSampling?
    package let generator: GeneratorReport?
  }

  /// The run that it is of, or `nil` of what is taken together.
  package var run: Run?

  /// Summarizes a recording.
  package init(
    _ name: String,
    elapsed: Duration?,
    recording: Recording,
    service: Recording = Recording(),
    timeline: Timeline? = nil,
    segments: SegmentRecording = SegmentRecording(),
    isSetUp: Bool = false,
    usage: CommandUsage? = nil
  ) {
    self.name = name
    self.isSetUp = isSetUp
    self.timeline = timeline
    self.usage = usage
    self.elapsed = elapsed
    self.recording = recording
    self.service = service
    latency = recording.latency
    failedLatency = recording.failedLatency
    serviceTime = service.latency
    segmentRecording = segments
    self.segments = segments.segments.map { SegmentReport($0, in: segments) }
  }

  /// The same under another name, and with the timeline of a whole.
  package init(_ name: String, _ other: OperationReport, timeline: Timeline?) {
    self.name = name
    self.timeline = timeline
    isSetUp = other.isSetUp
    usage = other.usage
    elapsed = other.elapsed
    recording = other.recording
    service = other.service
    latency = other.latency
    failedLatency = other.failedLatency
    serviceTime = other.serviceTime
    segmentRecording = other.segmentRecording
    segments = other.segments
  }

  /// The number of failed operations by kind.
  public var failures: [FailureKind: Int] { recording.failures }
  /// The number of operations that succeeded, in `0...`.
  public var successCount: Int { recording.successCount }
  /// The number of operations that failed, in `0...`.
  public var failureCount: Int { recording.failureCount }
  /// What was recorded that is no duration within the range of a recorder.
  public var irregularities: Irregularities { recording.irregularities }

  /// The number of operations that ended, in `0...`.
  public var count: Int { successCount + failureCount }

  /// The share of operations that failed, in `0...1`, or `nil` if none ended.
  public var errorRate: Double? { count == 0 ? nil : Double(failureCount) / Double(count) }

  /// The share of operations that succeeded, in `0...1`, or `nil` if none ended.
  public var successRate: Double? { count == 0 ? nil : Double(successCount) / Double(count) }

  /// The successful operations per second of the run, or `nil` if none ended or no time passed.
  ///
  /// Failures do not count: a service that refuses quickly is not fast.
  public var throughput: Rate? {
    guard count > 0, let elapsed else { return nil }
    return Rate(successCount, in: elapsed)
  }
}

extension OperationReport: CustomStringConvertible {
  /// What was measured in a line: `search: 240 operations, 3 failed; 237 durations, min 1 ms, …`.
  public var description: String {
    "\(name): \(recording)" + (latency.map { "; \($0)" } ?? "")
  }
}

extension OperationReport: LoadReportConvertible {
  /// The operation as a report of one.
  public var loadReport: LoadReport { LoadReport(self) }
}
