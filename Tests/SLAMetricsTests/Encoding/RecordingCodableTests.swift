// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct RecordingCodableTests {
  private func recording(of count: Int, timed: Bool) -> Recording {
    let recorder = WorkerRecorder(origin: 0)
    for index in 0..<Int64(count) {
      let failure = index % 5 == 0 ? FailureKind(status: 500 + Int(index % 3)) : nil
      if timed {
        recorder.record(from: index, to: index * index + index, failure: failure)
      } else if let failure {
        recorder.record(failure, after: .nanoseconds(index))
      } else {
        recorder.record(nanoseconds: index * index - 3)
      }
    }
    return recorder.recording
  }

  private func reencoded(_ recording: Recording) throws -> Recording {
    try JSONDecoder().decode(Recording.self, from: JSONEncoder().encode(recording))
  }

  @Test(arguments: [
    (0, true), (1, false), (300, true), (300, false), (30_000, true), (30_000, false),
  ])
  func recordingsReadBackWithoutLoss(count: Int, timed: Bool) throws {
    let recording = recording(of: count, timed: timed)
    #expect(try reencoded(recording) == recording)
    #expect(recording.count == count)
  }

  @Test func longestSumReadsBack() throws {
    let recorder = WorkerRecorder()
    recorder.record(nanoseconds: .max, count: 1 << 40)
    #expect(try reencoded(recorder.recording) == recorder.recording)
  }

  @Test func sameRecordingHasTheSameBytes() throws {
    let recording = recording(of: 300, timed: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(recording) == encoder.encode(try reencoded(recording)))
  }

  /// What is said of recordings in which one thing was changed.
  @Test(arguments: [
    (
      "\"category\":\"server error\"", "\"category\":\"sever error\"",
      "there are throttled, rejected,"
    ),
    ("\"count\":20", "\"count\":-20", "1 to 9007199254740992 are read, of at most 1000 kinds"),
    ("\"count\":20", "\"count\":21", "61 failures by kind, but 60 durations of failures"),
    ("\"ends\":[2", "\"ends\":[1,2", "240 samples have 241 ends"),
    ("\"samples\":[1", "\"samples\":[-1", "a sample is negative"),
    ("\"minimum\":1", "\"minimum\":2", "the minimum 2 is none that these samples have"),
    ("\"sum\":\"", "\"sum\":\"9", "is none that these samples have"),
    ("\"sum\":\"", "\"sum\":\"x", "the sum is no whole number"),
    ("\"negative\":0", "\"negative\":-1", "a count must be in 0...9007199254740992 (was -1)"),
    ("\"negative\":0", "\"negative\":9223372036854775807", "a count must be in 0..."),
    ("\"buckets\":[]", "\"buckets\":[1,1]", "there are samples, and counts by bucket too"),
  ])
  func whatContradictsItselfIsRefused(text: String, change: String, message: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var json = String(decoding: try encoder.encode(recording(of: 300, timed: true)), as: UTF8.self)
    let place = try #require(
      json.range(of: text, options: .backwards),
      "\(text) is not in the text"
    )
    json.replaceSubrange(place, with: change)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Recording.self, from: Data(json.utf8))
    }
    #expect("\(try #require(error))".contains(message))
  }

  /// Mutations of a valid text are decoded or refused; none traps.
  @Test(arguments: [UInt64(1), 2])
  func brokenTextsDoNotTrap(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let valid = Array(try JSONEncoder().encode(recording(of: 40, timed: seed == 1)))
    for _ in 0..<400 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = Array("0123456789-,[]{}\"".utf8).randomElement(using: &generator) ?? 0
      }
      if let recording = try? JSONDecoder().decode(Recording.self, from: Data(bytes)) {
        #expect(recording.count >= 0 && recording.latency?.p99 != .zero, "seed \(seed)")
      }
    }
  }
}
