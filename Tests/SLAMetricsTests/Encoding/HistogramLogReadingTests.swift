// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HistogramLogReadingTests {
  private static func fixture(_ name: String) throws -> Data {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/hlog")
    return try Data(contentsOf: folder.appending(path: name))
  }

  private static func fixtureText() throws -> String {
    String(decoding: try fixture("python.hlog"), as: UTF8.self)
  }

  /// What `write_fixtures.py` says of an entry.
  private struct Expected: Decodable {
    let tag: String?
    let start: Int64
    let length: Int64
    let ranges: [[Int64]]
  }

  @Test func everyCountOfAnotherWriterIsRead() throws {
    let log = try HistogramLog(parsing: Self.fixtureText())
    let expected = try JSONDecoder().decode([Expected].self, from: Self.fixture("python.json"))
    #expect(log.startTime == 1_764_000_000.125)
    #expect(log.comments == ["[Logged by write_fixtures.py]"])
    #expect(log.entries.count == expected.count)
    for (entry, expected) in zip(log.entries, expected) {
      #expect(entry.tag == expected.tag?.replacing("%20", with: " "))
      #expect(entry.start == .milliseconds(expected.start))
      #expect(entry.length == .milliseconds(expected.length))
      let ranges = expected.ranges.map {
        CountedRange(nanoseconds: $0[0]...$0[1], count: Int($0[2]))
      }
      #expect(entry.counts == ranges, "\(entry.tag ?? "untagged")")
      // Written in whole milliseconds there, which may lie below the last range, and be replaced.
      let last = ranges.last?.nanoseconds
      let maximum = entry.maximum?.wholeNanoseconds
      #expect(last.map { maximum.map($0.contains) ?? false } ?? (maximum == nil))
    }
  }

  @Test func windowsLineEndsAndBlankLinesAreRead() throws {
    let text = try Self.fixtureText()
    let log = try HistogramLog(parsing: text)
    let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    #expect(try HistogramLog(parsing: windows) == log)
    #expect(
      try HistogramLog(parsing: "\n \t\n" + text.replacing("\n", with: "  \n\n")).entries
        == log.entries
    )
    #expect(try HistogramLog(parsing: String(text.dropLast())) == log)
  }

  private static let empty = Base64.encode(HdrPayload.encode([]))

  @Test(arguments: [
    // No times given: the first interval is the start, and times are absolute.
    ("", 100.5, [0.0, 2.0]),
    // A start alone: absolute, unless the first is more than a year before.
    ("#[StartTime: 100.25 (seconds since epoch)]\n", 100.25, [0.25, 2.25]),
    ("#[StartTime: 1764000000 (seconds since epoch), in 2025]\n", 1_764_000_000, [100.5, 102.5]),
    ("#[StartTime: 90 x]\n#[BaseTime: 10 x]\n", 90, [20.5, 22.5]),
    ("#[StartTime: 90]\n#[BaseTime: 0]\n", 90, [10.5, 12.5]),
  ])
  func timesCountFromTheStart(header: String, start: Double, offsets: [Double]) throws {
    let text = "\(header)100.5,1,0,\(Self.empty)\n102.5,1,0,\(Self.empty)\n"
    let log = try HistogramLog(parsing: text)
    #expect(log.startTime == start)
    #expect(log.entries.map(\.start) == offsets.map { .seconds($0) })
  }

  @Test func emptyAndUnreadableTagsAreKept() throws {
    let log = try HistogramLog(parsing: "Tag=,1,1,0,\(Self.empty)\nTag=100%,1,1,0,\(Self.empty)")
    #expect(log.entries.map(\.tag) == ["", "100%"])
  }

  @Test(arguments: [
    ("", DecodingFailure.Fault.noLog), ("#only a comment", .noLog),
    ("#[Histogram log format version 2.0]", .version("2.0")),
    ("#[StartTime: soon]", .noNumber(field: "start time", text: "soon")),
    ("#[StartTime: -1 x]", .noNumber(field: "start time", text: "-1")),
    ("#[BaseTime: 4000000000 x]", .noNumber(field: "base time", text: "4000000000")),
    ("<html>", .noInterval), ("1,2,3", .noInterval), ("1,2,3,4,5", .noInterval),
    ("Tag=a", .noInterval), ("Tag=a,b,1,1,0,HIST", .noInterval),
    ("x,1,0,HIST", .noNumber(field: "start of the interval", text: "x")),
    ("1,1e400,0,HIST", .noNumber(field: "length of the interval", text: "1e400")),
    ("1,1,max,HIST", .noNumber(field: "maximum of the interval", text: "max")),
    ("1,1,0,HIS", .base64Length(3)), ("1,1,0,HIS*", .base64Character(position: 4)),
    ("1,1,0,", .truncated("the cookie")), ("1,1,0,AAAAAAAA", .cookie(0)),
    ("1,1,0,HISTFAAAAAA=", .truncated("the zlib header")),
  ])
  func firstWrongLineIsNamed(line: String, fault: DecodingFailure.Fault) throws {
    #expect(throws: DecodingFailure(fault, line: 3)) {
      try HistogramLog(parsing: "#first\r\n\r\n\(line)")
    }
  }

  @Test func maximumOfOtherUnitsIsReplaced() throws {
    let payload = Base64.encode(HdrPayload.encode([BucketCount(index: 2_048, count: 1)]))
    for maximum in ["9223372036854775807.0", "1E9", "0", "NaN"] {
      let log = try HistogramLog(parsing: "1,1,\(maximum),\(payload)")
      #expect(log.entries[0].maximum == .nanoseconds(2_049))
    }
  }

  /// Changes of single bytes, cuts, and doubled or dropped pieces: read or refused with a line.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func mutatedFilesNeverTrap(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let lines = try Self.fixtureText().split(separator: "\n")
    // Without the long line, so that a test of many mutations is quick.
    let original = Array(lines.filter { $0.utf8.count < 900 }.joined(separator: "\n").utf8)
    for round in 0..<150 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = original[Int.random(in: 0..<original.count, using: &generator)]
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default: bytes.removeLast((bytes.count - place) / 4)
        }
      }
      do {
        _ = try HistogramLog(parsing: String(decoding: bytes, as: UTF8.self)).entries
      } catch {
        #expect(error.line != nil, "seed \(seed), round \(round): \(error)")
      }
    }
  }

  /// The checksum hides most mutations of the text from the reader of counts: here it is right.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func mutatedHistogramsNeverTrap(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let counts = (0..<60).map { BucketCount(index: $0 * $0 * 15, count: 1 << $0) }
    let stream = Array(HdrPayload.encode(counts)[8...])
    let original = try Zlib.inflate(stream, limit: 10_000)
    for _ in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] =
          [0, 1, 127, 128, 255, UInt8.random(in: 0...255, using: &generator)][
            Int.random(in: 0..<6, using: &generator)
          ]
      }
      guard let ranges = try? HdrPayload.decode(bytes) else { continue }
      let log = HistogramLog(
        startTime: 1,
        entries: [.init(tag: nil, start: .zero, length: .zero, maximum: nil, counts: ranges)]
      )
      let read = try HistogramLog(parsing: log.description)
      #expect(read.entries[0].count == log.entries[0].count, "seed \(seed)")
    }
  }
}
