// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Names within the text of a requirement: as they are, or in quotation marks.
enum NameText {
  /// The words of the text, which a name must be told from.
  static let reserved: Set<String> = [
    "and", "between", "change", "deadband", "every", "excluding", "failures", "from", "in", "of",
    "operation", "phase", "rate", "segment", "to", "with", "within",
  ]

  /// A name as it stands in a text: in quotation marks unless it is one plain word.
  static func quoted(_ name: String) -> String { isPlain(name) ? name : alwaysQuoted(name) }

  /// A name in quotation marks, with a backslash before these and before itself.
  static func alwaysQuoted(_ name: String) -> String { "\"\(name.map(escaped).joined())\"" }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\"", "\\": "\\\(character)"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\r\n": "\\r\\n"
    case "\t": "\\t"
    case _ where isWritable(character): String(character)
    default:
      character.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
    }
  }

  /// Whether a character can be seen, and does not become one with a quotation mark beside it.
  ///
  /// An accent without a letter would: the name would not begin or end where it does.
  private static func isWritable(_ character: Character) -> Bool {
    let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return !isControl && !character.isNewline && "\"\(character)\"".count == 3
  }

  /// Whether a character can be part of a plain name.
  static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_-./:".contains(character))
  }

  /// Whether a name is one plain word, which needs no quotation marks.
  static func isPlain(_ name: String) -> Bool {
    guard let first = name.first, name.allSatisfy(isPlain), !reserved.contains(name) else {
      return false
    }
    return first.isLetter || first == "_" || first == "/"
  }
}
