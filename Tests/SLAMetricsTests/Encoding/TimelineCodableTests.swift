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
    ("\"widthNanoseconds\":200000000", "\"widthNanoseconds\":300000000", "doubled some times"),
    ("\"failures\":1", "\"failures\":-1", "a count must be in 0...9007199254740992 (was -1)"),
    ("\"failures\":1", "\"failures\":4", "contradict each other"),
    ("\"buckets\":[", "\"buckets\":[1,", "the last bucket has no count"),
    ("\"buckets\":[", "\"buckets\":[-1,1,", "a bucket or its count is out of range"),
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
