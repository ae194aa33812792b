// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// What a job finds out about a text.
struct TextStatistics: Codable, Equatable, Sendable {
  let words: Int
  let distinctWords: Int
  /// The commonest run of one, two or three words, the first in the alphabet among equals.
  let commonest: String
}

extension TextStatistics {
  /// Counts words, pairs and triples of words, without regard to case.
  ///
  /// - Complexity: O(*n*) in the length of the text, which is gone through four times.
  init(of text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    self.words = words.count
    var commonest = (text: "", count: 0)
    var distinct = 0
    for length in 1...3 {
      var counts: [String: Int] = [:]
      for start in words.indices.dropLast(length - 1) {
        counts[words[start..<(start + length)].joined(separator: " "), default: 0] += 1
      }
      if length == 1 { distinct = counts.count }
      for (text, count) in counts {
        if count > commonest.count || (count == commonest.count && text < commonest.text) {
          commonest = (text, count)
        }
      }
    }
    distinctWords = distinct
    self.commonest = commonest.text
  }
}

extension Database {
  /// Stores what a job found out.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func insertResult(_ result: TextStatistics, jobID: Int) throws {
    try insert(
      "INSERT INTO jobs (id, words, distinct_words, commonest) VALUES (?, ?, ?, ?)",
      [
        .integer(jobID), .integer(result.words), .integer(result.distinctWords),
        .text(result.commonest),
      ]
    )
  }

  /// The result of a job that is done, or nil.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func result(jobID: Int) throws -> TextStatistics? {
    try row(
      "SELECT words, distinct_words, commonest FROM jobs WHERE id = ?",
      [.integer(jobID)]
    ) {
      TextStatistics(words: $0.integer(0), distinctWords: $0.integer(1), commonest: $0.text(2))
    }
  }

  /// The greatest id of a job that is done, 0 when there is none.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func lastJobID() throws -> Int {
    try row("SELECT MAX(id) FROM jobs") { $0.integer(0) } ?? 0
  }
}
