// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import Testing

@Suite struct TimelineCodableTests {
  private var timeline: Timeline {
    var timeline = Timeline()
    for index in 0..<500 {
      timeline.record(
        Int64(index) * 1_000_000,
        endingAt: Int64(index) * 50_000_000,
        failed: index % 7 == 0
      )
    }
    return timeline
  }

  @Test func timelinesReadBackWithoutLoss() throws {
    for timeline in [Timeline(), timeline] {
      let read = try JSONDecoder().decode(Timeline.self, from: JSONEncoder().encode(timeline))
      #expect(read == timeline && read.intervals == timeline.intervals)
    }
  }

  @Test(arguments: [
    (
      "\"widthNanoseconds\":100000000", "\"widthNanoseconds\":300000000",
      "100000000 ns times 1, 2, 10, 20"
    ),
    ("\"widthNanoseconds\":100000000", "\"widthNanoseconds\":500000000", "times 1, 2, 10, 20"),
    ("\"widthNanoseconds\":100000000", "\"widthNanoseconds\":-1", "intervals of -1 ns"),
    ("\"widthNanoseconds\":100000000", "\"widthNanoseconds\":100000000000000000", "intervals of 1"),
    ("\"failures\":1", "\"failures\":-1", "a count must be in 0...9007199254740992 (was -1)"),
    ("\"failures\":1", "\"failures\":4", "contradict each other"),
    ("\"buckets\":[", "\"buckets\":[1,", "the last bucket has no count"),
    ("\"buckets\":[", "\"buckets\":[-1,1,", "a bucket or its count is out of range"),
    ("\"buckets\":[", "\"buckets\":[7000,1,", "the buckets are not in ascending order"),
    ("\"maximum\":1", "\"maximum\":3", "contradict each other"),
  ])
  func whatContradictsItselfIsRefused(text: String, change: String, message: String) throws {
    var json = String(decoding: try JSONEncoder().encode(timeline), as: UTF8.self)
    let place = try #require(json.range(of: text), "\(text) is not in the text")
    json.replaceSubrange(place, with: change)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Timeline.self, from: Data(json.utf8))
    }
    #expect("\(try #require(error))".contains(message))
  }
}
