// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import XCTest

@testable import RecipeService

final class TokenBucketTests: XCTestCase {
  private let start = ContinuousClock.now

  func testAllowsTheBurstAndThenTheRate() {
    var bucket = TokenBucket(capacity: 10, perMinute: 180, now: start)
    for _ in 0..<10 {
      XCTAssertNil(bucket.take(at: start))
    }
    // 180 a minute are 3 a second: the next token is there after a third of a second.
    XCTAssertEqual(bucket.take(at: start), 1)
    XCTAssertEqual(bucket.take(at: start + .milliseconds(300)), 1)
    XCTAssertNil(bucket.take(at: start + .milliseconds(334)))
    XCTAssertEqual(bucket.take(at: start + .milliseconds(335)), 1)
  }

  func testNeverHoldsMoreThanTheBurst() {
    var bucket = TokenBucket(capacity: 2, perMinute: 6000, now: start)
    let later = start + .seconds(3600)
    XCTAssertNil(bucket.take(at: later))
    XCTAssertNil(bucket.take(at: later))
    XCTAssertNotNil(bucket.take(at: later))
  }

  func testTellsHowLongToWait() {
    var bucket = TokenBucket(capacity: 1, perMinute: 2, now: start)
    XCTAssertNil(bucket.take(at: start))
    // Two a minute: one in 30 s, of which 10 s and 29.9 s have passed.
    XCTAssertEqual(bucket.take(at: start + .seconds(10)), 20)
    XCTAssertEqual(bucket.take(at: start + .milliseconds(29_900)), 1)
  }

  func testClockThatGoesBackGivesNothing() {
    var bucket = TokenBucket(capacity: 1, perMinute: 60, now: start)
    XCTAssertNil(bucket.take(at: start + .seconds(100)))
    XCTAssertNotNil(bucket.take(at: start))
    XCTAssertNotNil(bucket.take(at: start + .milliseconds(100_500)))
    XCTAssertNil(bucket.take(at: start + .milliseconds(101_500)))
  }

  func testRateOfZeroRefusesAlways() {
    var bucket = TokenBucket(capacity: 10, perMinute: 0, now: start)
    XCTAssertEqual(bucket.take(at: start), 3600)
    XCTAssertEqual(bucket.take(at: start + .seconds(10_000)), 3600)
  }
}
