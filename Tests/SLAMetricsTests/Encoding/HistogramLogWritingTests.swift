// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HistogramLogWritingTests {
  private func entry(
    _ tag: String?,
    start: Duration = .zero,
    length: Duration = .seconds(1),
    maximum: Duration? = nil,
    _ buckets: [BucketCount]
  ) -> HistogramLog.Entry {
    HistogramLog.Entry(tag: tag, start: start, length: length, maximum: maximum, buckets: buckets)
  }

  @Test func fileIsTheSameByteForByte() {
    let buckets = [BucketCount(index: 2_048, count: 3)]
    let log = HistogramLog(
      startTime: 1_764_000_000.125,
      comments: ["[Logged by swift-sla-testing]"],
      entries: [
        entry("GET /a.ok", start: .milliseconds(5), maximum: .nanoseconds(2_048), buckets),
        entry(nil, []),
      ]
    )
    let payload = Base64.encode(HdrPayload.encode(buckets))
    let empty = Base64.encode(HdrPayload.encode([]))
    let expected = """
      #[Logged by swift-sla-testing]
      #[Histogram log format version 1.3]
      #[StartTime: 1764000000.125000000 (seconds since epoch)]
      #[BaseTime: 1764000000.125000000 (seconds since epoch)]
      "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
      Tag=GET%20/a.ok,0.005000000,1.000000000,0.002048,\(payload)
      0.000000000,1.000000000,0.000000,\(empty)

      """
    #expect(log.description == expected)
    #expect("\(log)" == expected)
  }

  @Test func earlierEntriesMoveTheBaseTime() throws {
    let log = HistogramLog(
      startTime: 100,
      entries: [entry("a", start: .seconds(-3), []), entry("b", start: .seconds(2), [])]
    )
    let text = log.description
    #expect(text.contains("#[BaseTime: 97.000000000 "))
    #expect(text.contains("Tag=a,0.000000000,") && text.contains("Tag=b,5.000000000,"))
    #expect(try HistogramLog(parsing: text) == log)
  }

  @Test func entriesBefore1970BeginThen() throws {
    let log = HistogramLog(startTime: 5, entries: [entry("a", start: .nanoseconds(Int64.min), [])])
    let read = try HistogramLog(parsing: log.description)
    #expect(read.entries[0].start == .seconds(-5))
  }

  @Test func widerRangesBecomeBuckets() throws {
    let wide = HistogramLog.Entry(
      tag: nil,
      start: .zero,
      length: .zero,
      maximum: nil,
      counts: [CountedRange(nanoseconds: 4_096...4_111, count: 3)]
    )
    let log = HistogramLog(startTime: 1, entries: [wide])
    let read = try HistogramLog(parsing: log.description)
    #expect(read.entries[0].counts == [CountedRange(nanoseconds: 4_108...4_111, count: 3)])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func logsComeBack(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let entries = (0..<Int.random(in: 1...6, using: &generator)).map { number in
      let indices = Set(
        (0..<Int.random(in: 0...200, using: &generator)).map { _ in
          Int.random(in: 0..<Bucket.count, using: &generator)
        }
      )
      let buckets = indices.sorted().map {
        BucketCount(index: $0, count: Int.random(in: 1...1 << 50, using: &generator))
      }
      return entry(
        number == 0 ? nil : "op, \(number)\n100 %",
        start: .nanoseconds(Int64.random(in: -1 << 30...1 << 50, using: &generator)),
        length: .nanoseconds(Int64.random(in: 0...1 << 50, using: &generator)),
        maximum: buckets.last.map { .nanoseconds(Bucket.lowestValue(at: $0.index)) },
        buckets
      )
    }
    let log = HistogramLog(
      startTime: Double.random(in: 1e9...2e9, using: &generator),
      comments: ["of seed \(seed)", "", "ö,=%"],
      entries: entries
    )
    #expect(try HistogramLog(parsing: log.description) == log, "seed \(seed)")
  }

  /// Prints for each entry its tag, start and length, then index and count of all counts.
  private static let script = """
    import sys
    from hdrh.histogram import HdrHistogram
    from hdrh.log import HistogramLogReader
    reader = HistogramLogReader(sys.argv[1], HdrHistogram(1, 2, 3))
    while True:
        h = reader.get_next_interval_histogram()
        if h is None:
            break
        counts = ["%d:%d" % (i, c) for i, c in enumerate(h.counts) if c]
        start = round(h.get_start_time_stamp() - reader.get_start_time_sec() * 1000)
        length = round(h.get_end_time_stamp() - h.get_start_time_stamp())
        print(h.get_tag(), start, length, *counts)
    """

  /// The other side of the fixtures: what this library writes, read by the package `hdrhistogram`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SLA_HDRHISTOGRAM"] == "1"))
  func pythonReadsEveryCount() throws {
    var generator = SplitMix64(seed: 1)
    let all = (0..<Bucket.count).map {
      BucketCount(index: $0, count: Int.random(in: 1...100_000, using: &generator))
    }
    // More than one stored block.
    #expect(HdrPayload.encode(all).count > 65_535)
    let large = [0, 1, 2_047, 2_048, 33_000, 55_295].map {
      BucketCount(index: $0, count: 1 << 60 + $0)
    }
    let entries = [
      entry("few", start: .milliseconds(250), [BucketCount(index: 5, count: 1)]),
      entry("empty", []), entry("all", length: .milliseconds(1_500), all), entry("large", large),
      entry("GET /a, b", [BucketCount(index: 40_000, count: 2)]),
    ]
    let log = HistogramLog(startTime: 1_764_000_000.125, comments: ["x"], entries: entries)
    let expected = entries.map { entry in
      let start = entry.start / Duration.milliseconds(1)
      let length = entry.length / Duration.milliseconds(1)
      let counts = entry.counts.bucketCounts.map { " \($0.index):\($0.count)" }.joined()
      return "\(TagText.encode(entry.tag ?? "")) \(Int(start)) \(Int(length))\(counts)"
    }
    let lines = try python(Self.script, log.description).split(separator: "\n").map(String.init)
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) {
      #expect(line == wanted, "\(wanted.prefix(60))")
    }
  }

  /// What a script prints that is given a file with a text.
  private func python(_ script: String, _ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).hlog")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: printed, as: UTF8.self)
  }
}
