// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

extension LoadReport {
  /// A report of operations with segments that were called once in each, within nothing.
  ///
  /// - Parameters:
  ///   - segments: The names, and how long each took in each operation.
  ///   - name: The name of the operation.
  /// - Returns: A report in which no time is outside of segments.
  package static func segmented(
    _ segments: [(String, [Duration])],
    of name: String = "ingest"
  ) -> LoadReport {
    let count = segments.map(\.1.count).max() ?? 0
    let operations = (0..<count).map { number in
      segments.map { $0.1.indices.contains(number) ? $0.1[number] : .zero }.reduce(.zero, +)
    }
    var recording = SegmentRecording()
    recording.operations = histogram(operations)
    recording.other = histogram(operations.map { _ in .zero })
    recording.segments = segments.map { name, times in
      let times = histogram(times)
      return SegmentRecord(name, calls: times.count, times: times, selfTimes: times)
    }
    let recorder = WorkerRecorder()
    for operation in operations { recorder.record(operation) }
    return LoadReport(
      name,
      load: "1 user",
      elapsed: operations.reduce(.zero, +),
      operations: [RecordedOperation(name, recorder.recording, segments: recording)]
    )
  }

  private static func histogram(_ durations: [Duration]) -> Histogram {
    let recorder = WorkerHistogram(origin: 0)
    for duration in durations { recorder.record(duration.wholeNanoseconds) }
    return recorder.snapshot()
  }
}
