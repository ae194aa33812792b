// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// Parts of operations.
extension LoadReport {
  /// The segments of the operations, those of one name taken together.
  public var segments: [SegmentReport] { total.segments }

  /// The bottleneck of the operation that takes the most time of those that have one; `nil` if none has.
  public var bottleneck: Bottleneck? {
    operations.compactMap { operation in
      operation.bottleneck.map { (operation.segmentRecording.operations.sum, $0) }
    }
    .max { $0.0 < $1.0 }?.1
  }
}

extension OperationReport {
  /// A segment by its name, or `nil` if there is no such segment.
  public func segment(_ name: String) -> SegmentReport? { segments.first { $0.name == name } }

  /// What no segment covers, of the operations that succeeded; `nil` if there are no segments.
  public var otherTime: Summary? {
    segments.isEmpty ? nil : Summary(segmentRecording.other)
  }

  /// The share of the time of all operations that no segment covers, in `0...1`.
  public var otherShare: Double? {
    let total = Double(segmentRecording.operations.sum)
    return segments.isEmpty || total <= 0 ? nil : Double(segmentRecording.other.sum) / total
  }

  /// The segment in which the operation spends its time, and the one that makes its slowest slow.
  ///
  /// `nil` where the evidence is thin: of fewer than 59 operations, where segments are even, or where most of the
  /// time lies in none of them.
  ///
  /// - Complexity: O(*n* log *n*) in at most 1,000 operations and the number of segments.
  public var bottleneck: Bottleneck? {
    BottleneckSearch(name, segments, segmentRecording).bottleneck
  }
}
