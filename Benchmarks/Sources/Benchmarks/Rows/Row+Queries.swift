// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting

extension Row {
  private static let quantiles = [0.5, 0.9, 0.95, 0.99, 0.999]
  private static let few = Build.pick(release: 5, debug: 2)
  /// How many durations are sorted; fewer in debug builds, where `sort()` takes its time.
  private static let keptCount = Build.pick(release: 1_000_000, debug: 100_000)

  private static let percentiles = Row(
    name: "5 percentiles and their summary, 10,000,000 in buckets",
    operations: few,
    isLoop: false,
    target: Build.isDebug ? nil : .nanoseconds(1_000_000)
  ) {
    let recording = filled(10_000_000).snapshot()
    return Prepared(
      .one { count in
        for _ in 0..<count { use(percentiles(of: recording.latency)) }
      }
    )
  }

  private static let exactPercentiles = Row(
    name: "5 percentiles and their summary, \(Text.grouped(keptCount)) exact",
    operations: 1,
    isLoop: false
  ) {
    let samples = kept()
    return Prepared(
      .one { count in
        for _ in 0..<count { use(percentiles(of: Summary(nanoseconds: samples))) }
      }
    )
  }

  private static let sorting = Row(
    name: "sorted() of the same \(Text.grouped(keptCount))",
    operations: 1,
    isLoop: false
  ) {
    let samples = kept()
    return Prepared(.one { count in for _ in 0..<count { use(samples.sorted()) } })
  }

  private static let bucketMerge = Row(
    name: "merging(_:), 2 x 1,000,000 in buckets",
    operations: few,
    isLoop: false
  ) { merging(filled(1_000_000).snapshot()) }

  private static let exactMerge = Row(
    name: "merging(_:), 2 x 4,000 exact",
    operations: few,
    isLoop: false
  ) { merging(filled(4_000).snapshot()) }

  private static let snapshot = Row(
    name: "snapshot(), 1,000,000",
    operations: few,
    isLoop: false
  ) {
    let recorder = filled(1_000_000)
    return Prepared(.one { count in for _ in 0..<count { use(recorder.snapshot()) } })
  }

  private static let interval = Row(
    name: "intervalSnapshot(), 1,000,000",
    operations: few,
    isLoop: false
  ) {
    let recorder = filled(1_000_000)
    return Prepared(.one { count in for _ in 0..<count { use(recorder.intervalSnapshot()) } })
  }

  private static let logEncoding = Row(
    name: "histogramLog, 1,000,000 in buckets",
    operations: few,
    isLoop: false
  ) {
    let report = filled(1_000_000).loadReport
    return Prepared(
      .one { count in
        for _ in 0..<count { use(report.histogramLog(startTime: 0).description) }
      }
    )
  }

  private static let jsonEncoding = Row(
    name: "JSON of a Recording, 1,000,000 in buckets",
    operations: few,
    isLoop: false
  ) {
    let recording = filled(1_000_000).snapshot()
    return Prepared(
      .one { count in
        for _ in 0..<count { use(try? JSONEncoder().encode(recording)) }
      }
    )
  }

  private static func merging(_ recording: Recording) -> Prepared {
    Prepared(.one { count in for _ in 0..<count { use(recording.merging(recording)) } })
  }

  private static func percentiles(of summary: Summary?) -> [Duration] {
    summary.map { summary in quantiles.map { summary.percentile($0) } } ?? []
  }

  private static func filled(_ count: Int) -> LatencyRecorder {
    let recorder = LatencyRecorder("query")
    Latencies.service.each(count) { recorder.record(nanoseconds: $0) }
    return recorder
  }

  /// The latencies, repeated.
  private static func kept() -> [Int64] {
    var samples: [Int64] = []
    samples.reserveCapacity(keptCount)
    Latencies.service.each(keptCount) { samples.append($0) }
    return samples
  }

  /// What is asked of a recorder when everything is recorded.
  static var queries: [Row] {
    [
      percentiles, exactPercentiles, sorting, bucketMerge, exactMerge, snapshot, interval,
      logEncoding, jsonEncoding,
    ]
  }
}
