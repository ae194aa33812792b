// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct TagTextTests {
  @Test(arguments: [
    ("", ""), ("search.ok", "search.ok"), ("GET /health", "GET%20/health"), ("a,b", "a%2Cb"),
    ("100 %", "100%20%25"), ("a=b#\"c\"", "a=b#\"c\""), ("tab\tand\r\n", "tab%09and%0D%0A"),
    ("größe", "größe"), ("no\u{A0}break", "no%C2%A0break"), ("line\u{2028}end", "line%E2%80%A8end"),
  ])
  func onlyWhatEndsATagIsEscaped(tag: String, text: String) {
    #expect(TagText.encode(tag) == text)
    #expect(TagText.decode(text[...]) == tag)
  }

  @Test(arguments: [
    ("100%", "100%"), ("%", "%"), ("%2", "%2"), ("%zz", "%zz"), ("50%ok", "50%ok"), ("%2c", ","),
    // 0xFF is in no UTF-8, so the tag meant the percent sign.
    ("%FF", "%FF"), ("%41%FF", "%41%FF"),
  ])
  func percentSignsOfOthersStay(text: String, tag: String) {
    #expect(TagText.decode(text[...]) == tag)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func tagsComeBack(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let scalars = Array(" ,%=\"#é€\u{0}\u{1F}\u{85}\u{2029}\r\n\tab2F\u{301}🙂".unicodeScalars)
    for _ in 0..<200 {
      var tag = ""
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        tag.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      let text = TagText.encode(tag)
      #expect(TagText.decode(text[...]) == tag, "\(tag.debugDescription), seed \(seed)")
      #expect(!text.contains { $0 == "," || $0.isWhitespace }, "\(text), seed \(seed)")
    }
  }
}
