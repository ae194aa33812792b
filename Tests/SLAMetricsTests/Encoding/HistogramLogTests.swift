// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HistogramLogTests {
  private func comments(_ comments: String...) -> [String] {
    HistogramLog(startTime: 0, comments: comments, entries: []).comments
  }

  @Test func startIsRoundedToMicroseconds() {
    #expect(
      HistogramLog(startTime: 1_764_000_000.123_456, entries: []).startTime == 1_764_000_000.123_456
    )
    #expect(HistogramLog(startTime: 0.123_456_7, entries: []).startTime == 0.123_457)
  }

  @Test func startOutOfRangeIsZero() {
    for start in [-1, .nan, .infinity, -.infinity, 4e9] {
      #expect(HistogramLog(startTime: start, entries: []).startTime == 0)
    }
    #expect(HistogramLog(startTime: 4e9.nextDown, entries: []).startTime == 4e9)
  }

  @Test func linesOfACommentAreComments() {
    #expect(comments("first\nsecond\r\n\u{2028}third", "") == ["first", "second", "", "third", ""])
  }

  @Test func longCommentsAreBrokenAt125Bytes() {
    let line = String(repeating: "x", count: 125)
    #expect(comments(line) == [line])
    #expect(comments(line + "y") == [line, "y"])
    // 62 of two bytes fit, and one byte is left over.
    let umlauts = String(repeating: "ö", count: 63)
    #expect(comments(umlauts) == [String(repeating: "ö", count: 62), "ö"])
    // One character of 601 bytes.
    #expect(comments("a" + String(repeating: "\u{301}", count: 300)).count == 5)
  }

  @Test func commentsHaveNoMeaningToReaders() {
    #expect(
      comments("[StartTime: 5 (seconds since epoch)]", "[BaseTime:", " [BaseTime:")
        == [" [StartTime: 5 (seconds since epoch)]", " [BaseTime:", " [BaseTime:"]
    )
    #expect(comments("[Histogram log format version 9]")[0].hasPrefix(" ["))
    // Nor when a break makes the mark come first.
    let long = String(repeating: "x", count: 125) + "[BaseTime: 1]"
    #expect(comments(long)[1] == " [BaseTime: 1]")
  }

  @Test func madeCommentsStayAsTheyAre() {
    let once = comments(String(repeating: "[StartTime:é", count: 40), "a\u{B}b")
    let twice = HistogramLog(startTime: 0, comments: once, entries: []).comments
    #expect(once == twice)
  }
}
