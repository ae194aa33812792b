// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What one segment of an operation took, in the operations that succeeded.
///
/// A segment that ran more than once in an operation has one time in it: calls one after another add up, calls at
/// once count once. Percentiles are of the operations in which it ran; `p95Share` is of all.
public struct SegmentReport: Sendable, Equatable {
  /// The name of the segment.
  public let name: String
  /// The segment within which it ran; `nil` for none, or not always the same.
  public var parent: String? { if case .segment(let name) = record.parent { name } else { nil } }
  /// How many operations succeeded, with those in which it did not run, in `0...`.
  public let operationCount: Int
  /// How often it was called in all, in `0...`.
  public var callCount: Int { record.calls }
  /// How long it took in each operation in which it ran; `nil` if its times were none that there can be.
  public let time: Summary?
  /// The same without the segments within it.
  public let selfTime: Summary?
  /// Its share of the time of all operations, in `0...1`; beyond only where it was measured elsewhere.
  public let share: Double
  /// The share of its self time in the time of all operations, in `0...1`.
  public let selfShare: Double
  /// The P95 of its self time divided by that of the operations; those in which it did not run count as zero.
  public let p95Share: Double
  package let record: SegmentRecord

  /// Sums up a segment of an operation.
  package init(_ record: SegmentRecord, in recording: SegmentRecording) {
    let operations = recording.operations
    let total = Double(operations.sum)
    let p95 = Summary(operations)?.p95 ?? .zero
    let selfP95 = record.selfPercentile(0.95, of: operations.count)
    self.init(
      record,
      operationCount: operations.count,
      share: total > 0 ? Double(record.times.sum) / total : 0,
      selfShare: total > 0 ? Double(record.selfTimes.sum) / total : 0,
      p95Share: p95 > .zero ? selfP95 / p95 : 0
    )
  }

  /// Makes a report of its parts.
  init(
    _ record: SegmentRecord,
    operationCount: Int,
    share: Double,
    selfShare: Double,
    p95Share: Double
  ) {
    self.record = record
    self.operationCount = operationCount
    self.share = share
    self.selfShare = selfShare
    self.p95Share = p95Share
    name = record.name
    time = Summary(record.times)
    selfTime = Summary(record.selfTimes)
  }

  /// How many operations it ran in, in `0...`.
  public var runCount: Int { record.times.operationCount }

  /// How often it was called in an operation on average, with those in which it was not.
  public var callsPerOperation: Double {
    operationCount > 0 ? Double(callCount) / Double(operationCount) : 0
  }
}

extension SegmentRecord {
  /// A percentile of the self time by nearest rank, where operations in which it did not run count as zero.
  func selfPercentile(_ quantile: Double, of operations: Int) -> Duration {
    guard let summary = Summary(selfTimes) else { return .zero }
    let absent = max(operations - summary.count, 0)
    let rank = Percentile.rank(of: quantile, in: absent + summary.count)
    return rank <= absent ? .zero : summary.bounds(ofRank: rank - absent).upperBound
  }
}

extension SegmentReport: CustomStringConvertible {
  /// The figures in a line: `store: 100 durations, min 1 ms, …`.
  public var description: String {
    "\(name): " + (time.map { "\($0)" } ?? "no durations")
  }
}
