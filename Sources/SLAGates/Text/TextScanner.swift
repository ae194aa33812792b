// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A place in a line of text, and what is read from there on.
struct TextScanner {
  let text: String
  private let characters: [Character]
  private(set) var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// Goes to the next character that is no space.
  mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// Whether nothing but spaces is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return position == characters.count
    }
  }

  /// The plain word that comes next, or an empty text.
  var word: String {
    mutating get {
      skipSpaces()
      return String(characters[position...].prefix { NameText.isPlain($0) })
    }
  }

  /// Where the next character that is no space stands, from 0.
  var place: Int {
    mutating get {
      skipSpaces()
      return position
    }
  }

  /// Whether a word ends here: a space, a comparison or a comma is next, or nothing.
  var isBehindWord: Bool {
    position == characters.count || characters[position].isWhitespace
      || "<>=,".contains(characters[position])
  }

  /// The next character that is no space, or `nil` at the end.
  var next: Character? {
    mutating get { isAtEnd ? nil : characters[position] }
  }

  /// Goes behind some words, if they come next, and says whether they did.
  mutating func take(_ words: String) -> Bool {
    let start = position
    for word in words.split(separator: " ") {
      guard self.word == word else {
        position = start
        return false
      }
      position += word.count
    }
    return true
  }

  /// Goes behind the first of some signs that comes next; longer ones must be named before shorter ones.
  mutating func take(oneOf signs: [String]) -> String? {
    skipSpaces()
    let sign = signs.first { characters[position...].starts(with: Array($0)) }
    position += sign?.count ?? 0
    return sign
  }

  /// Goes behind the characters that come next and are of a sort.
  mutating func take(while isPart: (Character) -> Bool) -> String {
    skipSpaces()
    let part = characters[position...].prefix(while: isPart)
    position += part.count
    return String(part)
  }

  /// Goes back by so many characters.
  mutating func back(by count: Int) { position -= count }

  /// Reads a name in quotation marks, if there is one.
  ///
  /// - Throws: If it does not end, or has an escape that is none.
  mutating func quoted() throws(RequirementError) -> String? {
    guard next == "\"" else { return nil }
    let start = position
    position += 1
    var name = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      switch character {
      case "\"": return name
      case "\\":
        guard let meant = escape() else {
          let escapes = ["\\\"", "\\\\", "\\n", "\\r", "\\t", "\\u{1f600}"]
          throw fault("an unknown escape", at: position - 1, escapes)
        }
        name.unicodeScalars.append(meant)
      default: name.append(character)
      }
    }
    throw fault("a quotation mark that is never closed", at: start)
  }

  private static let escapes: [Character: Unicode.Scalar] = [
    "\"": "\"", "\\": "\\", "n": "\n", "r": "\r", "t": "\t",
  ]

  /// What is meant behind a backslash, `nil` if that is nothing.
  private mutating func escape() -> Unicode.Scalar? {
    let rest = characters[position...]
    if let first = rest.first, let meant = Self.escapes[first] {
      position += 1
      return meant
    }
    guard rest.starts(with: Array("u{")), let end = rest.firstIndex(of: "}"),
      let scalar = UInt32(String(rest[..<end].dropFirst(2)), radix: 16).flatMap(Unicode.Scalar.init)
    else { return nil }
    position = end + 1
    return scalar
  }

  /// An error at the place that is reached, which names what stands there.
  mutating func unexpected(_ expected: [String]) -> RequirementError {
    skipSpaces()
    let end = characters[position...].dropFirst().firstIndex { $0.isWhitespace }
    let found = String(characters[position..<(end ?? characters.count)])
    return fault(found.isEmpty ? "the text ends" : "found \"\(found)\"", at: position, expected)
  }

  /// An error at a place.
  func fault(_ message: String, at position: Int, _ expected: [String] = []) -> RequirementError {
    RequirementError([
      .init(column: position + 1, text: text, message: message, expected: expected)
    ])
  }
}
