// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The version of the encoded forms of this library's values, which comes first in each of them.
enum SchemaVersion {
  /// The version that is written, and the only one that is read.
  static let current = 1

  private enum CodingKeys: String, CodingKey {
    case schemaVersion
  }

  /// Writes the version into a value's own container.
  static func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(current, forKey: .schemaVersion)
  }

  /// Refuses another version than the one that is read.
  ///
  /// - Throws: `DecodingError` if there is no version, or another one.
  static func check(_ decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let version = try container.decode(Int.self, forKey: .schemaVersion)
    guard version == current else {
      throw DecodingError.dataCorruptedError(
        forKey: .schemaVersion,
        in: container,
        debugDescription:
          "the schema version is \(version); this version of the library reads \(current)"
      )
    }
  }
}

extension DecodingError {
  /// The error of data that contradicts itself, at the place where it does.
  static func contradiction(_ decoder: any Decoder, _ description: String) -> DecodingError {
    .dataCorrupted(Context(codingPath: decoder.codingPath, debugDescription: description))
  }
}
