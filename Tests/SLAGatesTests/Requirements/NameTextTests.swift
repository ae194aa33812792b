// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAGates

@Suite struct NameTextTests {
  @Test(arguments: [
    "search", "recipes_search", "_private", "/health", "GET", "a-b", "a.b", "a/b:c", "p95", "x2",
    "anything", "ratex", "Rate", "first",
  ])
  func plainNamesStandAsTheyAre(name: String) {
    #expect(NameText.quoted(name) == name && NameText.isPlain(name))
    #expect(NameText.alwaysQuoted(name) == "\"\(name)\"")
  }

  @Test(arguments: [
    "", "GET /health", "-x", ".x", ":x", "2nd", "naïve", "日本", "a,b", "a<b", "a=b", "a%", " a",
    "#a",
  ])
  func otherNamesAreQuoted(name: String) {
    #expect(NameText.quoted(name) == "\"\(name)\"" && !NameText.isPlain(name))
  }

  @Test func wordsOfTheTextAreQuoted() {
    #expect(NameText.reserved.count == 17)
    for word in NameText.reserved { #expect(NameText.quoted(word) == "\"\(word)\"") }
  }

  @Test(arguments: [
    (#"say "hi""#, #""say \"hi\"""#), (#"a\b"#, #""a\\b""#), ("a\nb", #""a\nb""#),
    ("a\rb", #""a\rb""#), ("a\r\nb", #""a\r\nb""#), ("a\tb", #""a\tb""#),
    // The other ends of lines, and what would move a cursor.
    ("a\u{2028}b\u{85}", #""a\u{2028}b\u{85}""#), ("\u{1B}[31m", #""\u{1b}[31m""#),
    // An accent and a joiner that would join the quotation mark; an Arabic number sign before it.
    ("\u{301}e", #""\u{301}e""#), ("\n\u{301}", #""\n\u{301}""#), ("\u{200D}", #""\u{200d}""#),
    ("\u{600}", #""\u{600}""#),
    // Joined with a letter they are written, decomposed or not.
    ("e\u{301}", "\"é\""), ("🇩🇪👩‍💻", "\"🇩🇪👩‍💻\""),
  ])
  func escapesAreWritten(name: String, expected: String) {
    #expect(NameText.alwaysQuoted(name) == expected)
    #expect(NameText.quoted(name) == expected)
  }
}
