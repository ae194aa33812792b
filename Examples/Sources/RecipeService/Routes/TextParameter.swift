// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension String {
  /// Whether the text has so many bytes of UTF-8, and no NUL among them.
  ///
  /// Bytes and not characters: a character can be any number of them, and a `LIKE` pattern of more
  /// than 50,000 is refused by SQLite.
  func isStorable(bytes: ClosedRange<Int>) -> Bool {
    bytes.contains(utf8.count) && !utf8.contains(0)
  }

  /// The text without the white space and line ends around it.
  var trimmed: String {
    trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
