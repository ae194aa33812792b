// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension LoadReport {
  /// Returns the durations of all operations in HdrHistogram's log format, which its tools read.
  ///
  /// - Parameter startTime: When the run began, in seconds since 1970, as
  ///   `Date().timeIntervalSince1970` gives it.
  /// - Returns: A log whose `description` is the text of an `.hlog` file; two entries for each operation at
  ///   most, of successes and of failures.
  /// - Complexity: O(*n*) in samples or buckets.
  public func histogramLog(startTime: Double) -> HistogramLog {
    HistogramLog(
      startTime: startTime,
      comments: load.map { ["\(name): \($0)"] } ?? [name],
      entries: operations.flatMap {
        HistogramLog.Entry.entries(of: $0.recording, operation: $0.name, length: elapsed ?? .zero)
      }
    )
  }
}
