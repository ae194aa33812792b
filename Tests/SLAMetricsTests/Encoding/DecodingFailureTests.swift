// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct DecodingFailureTests {
  @Test func lineComesFirst() {
    let failure = DecodingFailure(.noInterval, line: 7)
    #expect(
      "\(failure)"
        == "line 7: not an interval; expected Tag=NAME,start,length,maximum,histogram, where "
        + "Tag=NAME, may be missing"
    )
  }

  @Test func hexadecimalNumbersHaveAllTheirDigits() {
    #expect("\(DecodingFailure(.zlibHeader(0x1)))".contains("begin with 0x0001;"))
    #expect(
      "\(DecodingFailure(.cookie(0xABC)))"
        == "the histogram begins with 0x00000abc; expected an integer HdrHistogram of encoding V2 "
        + "(0x1c849313, or 0x1c849314 compressed)"
    )
  }

  @Test(arguments: [
    (DecodingFailure.Fault.noLog, "start time"),
    (.version("2.0"), "\"2.0\"; versions 1.0 to 1.3"),
    (.noNumber(field: "start of the interval", text: "abc"), "start of the interval is \"abc\""),
    (.tooManyCounts(limit: 10), "more than 10 counts"),
    (.base64Character(position: 3), "character 3 "),
    (.base64Length(5), "5 characters"),
    (.truncated("a count"), "ends within a count"),
    (.length(of: "the counts", said: 3, found: 4), "length of the counts is given as 3 bytes"),
    (.deflate("a block"), "damaged: a block"),
    (.checksum(computed: 1, said: 0x11E6_0398), "0x00000001 and should be 0x11e60398"),
    (.tooLarge(limit: 9), "more than 9 bytes"),
    (.layout(digits: 9, lowest: 1, highest: 2), "9 significant digits"),
    (.beyondRange(buckets: 8), "beyond its 8 buckets"),
    (.totalTooLarge, "2^63"),
  ])
  func reasonNamesItsValues(fault: DecodingFailure.Fault, part: String) {
    let text = "\(DecodingFailure(fault))"
    #expect(text.contains(part), "\(text)")
  }
}
