// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct RecordingTests {
  @Test func failuresAreKeptApartFromSuccesses() {
    var recording = Recording()
    recording.record(10, endingAt: 100, failure: nil)
    recording.record(1, endingAt: 101, failure: FailureKind("status 503"))
    #expect(recording.successes.exact == [10] && recording.failed.exact == [1])
    #expect(recording.failures == [FailureKind("status 503"): 1])
    #expect(recording.successCount == 1 && recording.failureCount == 1)
  }

  @Test func elapsedIsFromTheFirstStartToTheLastEnd() {
    var recording = Recording()
    #expect(recording.elapsed == nil)
    recording.record(10, endingAt: 100, failure: nil)  // 90...100
    recording.record(50, endingAt: 120, failure: nil)  // 70...120
    recording.record(5, endingAt: 110, failure: FailureKind("x"))  // 105...110
    #expect(recording.elapsed == .nanoseconds(50))
  }

  @Test func extremeDurationsDoNotTrap() {
    var recording = Recording()
    recording.record(.max, endingAt: -5, failure: nil)
    recording.record(.min, endingAt: .min, failure: nil)
    #expect(recording.successes.count == 1 && recording.successes.negativeCount == 1)
    #expect(recording.successCount == 2)
    // From about -2^63 to -5 ns: the difference is still an Int64.
    #expect(recording.elapsed == .nanoseconds(Int64.max - 4))
  }

  @Test func durationsWithoutTheirTimesHaveNoElapsedTime() {
    var (timed, untimed) = (Recording(), Recording())
    timed.record(10, endingAt: 100, failure: nil)
    untimed.record(20, endingAt: nil, failure: nil)
    #expect(timed.elapsed == .nanoseconds(10) && untimed.elapsed == nil)
    timed.merge(untimed)
    #expect(timed.elapsed == nil && timed.successCount == 2)
  }

  @Test func kindsAreBoundedAndNoFailureIsLost() {
    var recording = Recording()
    for number in 0..<100 {
      recording.record(1, endingAt: 1, failure: FailureKind("kind \(number)"))
    }
    #expect(recording.failures.count == Recording.kindLimit + 1)
    #expect(recording.failures[.other] == 100 - Recording.kindLimit)
    #expect(recording.failureCount == 100)
  }

  @Test func mergeAddsEverything() {
    var (left, right) = (Recording(), Recording())
    left.record(10, endingAt: 100, failure: FailureKind("a"))
    right.record(20, endingAt: 300, failure: FailureKind("a"))
    right.record(30, endingAt: 200, failure: nil)
    left.merge(right)
    #expect(left.failures == [FailureKind("a"): 2] && left.successCount == 1)
    #expect(left.elapsed == .nanoseconds(210))  // 90...300
    var empty = Recording()
    empty.merge(left)
    #expect(empty == left)
  }
}
