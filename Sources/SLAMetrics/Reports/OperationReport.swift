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
  public let latency: Summary?
  /// How long the failed operations took until they failed, or `nil` if none failed.
  public let failedLatency: Summary?
  /// The number of failed operations by kind.
  public let failures: [FailureKind: Int]
  /// The number of operations that succeeded, in `0...`.
  public let successCount: Int
  /// The number of operations that failed, in `0...`.
  public let failureCount: Int
  /// Durations that came out negative, by a clock that stepped back or a negative value recorded.
  package let negativeCount: Int

  /// Summarizes a recording.
  package init(_ name: String, elapsed: Duration?, recording: Recording) {
    self.name = name
    self.elapsed = elapsed
    latency = Summary(recording.successes)
    failedLatency = Summary(recording.failed)
    failures = recording.failures
    successCount = recording.successCount
    failureCount = recording.failureCount
    negativeCount = recording.successes.negativeCount + recording.failed.negativeCount
  }

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
