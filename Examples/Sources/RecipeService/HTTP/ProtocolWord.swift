// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// The words of a protocol are bytes of ASCII. Unicode's rules would take more for them than a
// proxy in front does: a Kelvin sign becomes a "k" in lower case.
extension StringProtocol {
  /// The text with the letters A to Z in lower case, and nothing else changed.
  var asciiLowercased: String {
    String(
      decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self
    )
  }

  /// Whether the text is the given word, byte for byte but for the case of ASCII letters.
  ///
  /// - Parameter word: The word in lower case.
  /// - Returns: Whether it is.
  func isWord(_ word: String) -> Bool {
    asciiLowercased.utf8.elementsEqual(word.utf8)
  }
}
