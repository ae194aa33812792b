// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAGates

@Suite struct TextScannerTests {
  @Test func wordsAreTakenWhateverTheSpaces() {
    var scanner = TextScanner("  in \t every10")
    #expect(!scanner.take("in every") && scanner.position == 0)
    #expect(scanner.take("in") && scanner.position == 4)
    let word = scanner.word
    #expect(word == "every10" && scanner.take(word))
    let (rest, next, isAtEnd) = (scanner.word, scanner.next, scanner.isAtEnd)
    #expect(rest == "" && next == nil && isAtEnd && !scanner.take("more"))
  }

  @Test func signsAreTakenInTheOrderOfTheirNames() {
    var scanner = TextScanner(" <=<")
    #expect(scanner.take(oneOf: [">", "<=", "<"]) == "<=")
    #expect(scanner.take(oneOf: ["<=", "<"]) == "<")
    #expect(scanner.take(oneOf: ["<"]) == nil)
  }

  @Test func partsAreTakenAndGivenBack() {
    var scanner = TextScanner(" 12ms")
    let place = scanner.place
    #expect(place == 1 && scanner.take { $0.isNumber } == "12")
    #expect(!scanner.isBehindWord)
    #expect(scanner.take { $0.isLetter } == "ms")
    #expect(scanner.isBehindWord)
    scanner.back(by: 2)
    let word = scanner.word
    #expect(word == "ms" && scanner.position == 3)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a b""#, "a b"), (#" "\"\\\n\r\t""#, "\"\\\n\r\t"), (#""\u{e9}""#, "é"),
    (#""\u{1F600}\u{A}""#, "😀\n"), (#""e\u{301}""#, "é"),
  ])
  func quotedNamesAreRead(text: String, expected: String) throws {
    var scanner = TextScanner(text)
    #expect(try scanner.quoted() == expected)
    let isAtEnd = scanner.isAtEnd
    #expect(isAtEnd)
  }

  @Test func nothingQuotedIsNothing() throws {
    var scanner = TextScanner(" a")
    #expect(try scanner.quoted() == nil)
    let word = scanner.word
    #expect(word == "a")
  }

  @Test(arguments: [
    (#"  "ab"#, 3), (#""ab\"#, 4), (#""ab\x""#, 4), (#""\u""#, 2), (#""\u{}""#, 2),
    (#""\u{110000}""#, 2), (#""\u{d800}""#, 2), (#""\u{41"#, 2), (#""\u{g}""#, 2),
    // A quotation mark with an accent is none.
    ("\"ab\"\u{301}", 1),
  ])
  func brokenNamesHaveAColumn(text: String, column: Int) {
    var scanner = TextScanner(text)
    let error = #expect(throws: RequirementError.self) { try scanner.quoted() }
    #expect(error?.faults.map(\.column) == [column])
  }

  @Test func unexpectedNamesTheWordThatIsThere() {
    var scanner = TextScanner("  a,b c")
    #expect(scanner.unexpected(["x"]).faults.first?.message == "found \"a,b\"")
    #expect(scanner.unexpected(["x"]).faults.first?.column == 3)
    scanner = TextScanner("  ")
    #expect(scanner.unexpected(["x"]).faults.first?.message == "the text ends")
    #expect(scanner.unexpected(["x"]).faults.first?.column == 3)
  }
}
