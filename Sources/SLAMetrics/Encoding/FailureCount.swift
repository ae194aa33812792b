// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How many operations failed in one way, as it is encoded.
struct FailureCount: Codable, Equatable {
  let category: String
  let reason: String
  let count: Int

  /// The failures by kind, in an order that is always the same.
  static func list(_ failures: [FailureKind: Int]) -> [FailureCount] {
    failures
      .map {
        FailureCount(category: "\($0.key.category)", reason: $0.key.reason, count: $0.value)
      }
      .sorted { ($0.category, $0.reason) < ($1.category, $1.reason) }
  }
}

extension FailureKind {
  /// Reads a kind back from its parts.
  ///
  /// - Parameters:
  ///   - category: The name of a category.
  ///   - reason: The reason.
  ///   - decoder: Where they are from.
  /// - Throws: `DecodingError` if there is no such category.
  init(category: String, reason: String, _ decoder: any Decoder) throws {
    guard let known = FailureCategory(category) else {
      let names = FailureCategory.all.map(\.description).joined(separator: ", ")
      throw DecodingError.contradiction(
        decoder,
        "no failure category \"\(category)\"; there are \(names)"
      )
    }
    self.init(known, reason: reason)
  }
}
