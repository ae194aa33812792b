// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A value that is encoded as a part of another one, which has the schema version.
///
/// What is public is `Codable` only where its encoded form is promised by itself; its parts are encoded by this.
protocol EncodedPart: SendableMetatype {
  /// Encodes the part.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  func encode(to encoder: any Encoder) throws

  /// Decodes a part.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if what is there contradicts itself.
  init(from decoder: any Decoder) throws
}

/// How deep phases may be within phases, and warnings within warnings: far deeper than they are.
///
/// Each level takes a part of the stack.
private let deepest = 8

extension Decoder {
  /// Refuses what is nested too deep under one key.
  ///
  /// - Parameter key: The key of what may have more of its kind within it.
  /// - Throws: `DecodingError` if it is deeper than 8 levels.
  func checkDepth(of key: some CodingKey) throws {
    let depth = codingPath.count { $0.stringValue == key.stringValue }
    guard depth <= deepest else {
      throw DecodingError.contradiction(
        self,
        "\"\(key.stringValue)\" within each other; at most \(deepest) are read"
      )
    }
  }
}

/// What makes a part `Codable` within this library.
private struct Encoded<Part: EncodedPart>: Codable {
  let part: Part

  init(_ part: Part) {
    self.part = part
  }

  func encode(to encoder: any Encoder) throws { try part.encode(to: encoder) }

  init(from decoder: any Decoder) throws { part = try Part(from: decoder) }
}

extension KeyedEncodingContainer {
  /// Encodes a part, or nothing if there is none.
  mutating func encodeIfPresent(part: (some EncodedPart)?, forKey key: Key) throws {
    try encodeIfPresent(part.map(Encoded.init), forKey: key)
  }

  /// Encodes parts in their order.
  mutating func encode(parts: [some EncodedPart], forKey key: Key) throws {
    try encode(parts.map(Encoded.init), forKey: key)
  }
}

extension KeyedDecodingContainer {
  /// Decodes a part.
  func decode<Part: EncodedPart>(part: Part.Type, forKey key: Key) throws -> Part {
    try decode(Encoded<Part>.self, forKey: key).part
  }

  /// Decodes a part, or `nil` if there is none.
  func decodeIfPresent<Part: EncodedPart>(part: Part.Type, forKey key: Key) throws -> Part? {
    try decodeIfPresent(Encoded<Part>.self, forKey: key)?.part
  }

  /// Decodes parts in their order.
  func decode<Part: EncodedPart>(parts: Part.Type, forKey key: Key) throws -> [Part] {
    try decode([Encoded<Part>].self, forKey: key).map(\.part)
  }
}
