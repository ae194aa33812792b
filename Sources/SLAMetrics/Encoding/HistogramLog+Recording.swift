// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension HistogramLog.Entry {
  /// Makes the entries of a recording: one of its successes, and one of its failures if there are any.
  ///
  /// Their tags are the name of the operation and its outcome: `GET /health:success`, `GET
  /// /health:failure`. To log a run as it goes, make entries of
  /// ``LatencyRecorder/intervalSnapshot()`` from time to time.
  ///
  /// - Parameters:
  ///   - recording: What was recorded.
  ///   - operation: The name of the operation.
  ///   - start: The time from the start of the log to the first operation.
  ///   - length: How long was recorded.
  /// - Returns: One entry or two; one of no durations is written as a histogram of none.
  /// - Complexity: O(*n*) in samples or buckets.
  public static func entries(
    of recording: Recording,
    operation: String,
    start: Duration = .zero,
    length: Duration
  ) -> [HistogramLog.Entry] {
    var outcomes = [("success", recording.successes)]
    if recording.failureCount > 0 { outcomes.append(("failure", recording.failed)) }
    return outcomes.map { outcome, histogram in
      HistogramLog.Entry(
        tag: "\(operation):\(outcome)",
        start: start,
        length: length,
        maximum: histogram.count > 0 ? .nanoseconds(histogram.maximum) : nil,
        buckets: histogram.bucketCounts
      )
    }
  }
}
