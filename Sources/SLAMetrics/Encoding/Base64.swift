// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Bytes as text of 64 characters, with padding and without line breaks.
///
/// S. Josefsson, "The Base16, Base32, and Base64 Data Encodings", RFC 4648, section 4,
/// https://doi.org/10.17487/RFC4648.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )
  private static let padding = UInt8(ascii: "=")

  /// The value of each character, or 255 for those that have none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// Writes bytes as text; O(n).
  package static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = alphabet
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var position = 0
    while position < bytes.count {
      let left = bytes.count - position
      let second = left > 1 ? Int(bytes[position + 1]) : 0
      let third = left > 2 ? Int(bytes[position + 2]) : 0
      let group = Int(bytes[position]) << 16 | second << 8 | third
      text.append(alphabet[group >> 18])
      text.append(alphabet[group >> 12 & 63])
      text.append(left > 1 ? alphabet[group >> 6 & 63] : padding)
      text.append(left > 2 ? alphabet[group & 63] : padding)
      position += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads text as bytes; bits of the last character that stand for nothing are ignored.
  ///
  /// - Parameter text: Groups of four characters, the last one padded with `=`.
  /// - Returns: The bytes, none for an empty text.
  /// - Throws: ``DecodingFailure`` at the first character that does not belong there, or where the
  ///   length is no multiple of four.
  /// - Complexity: O(n).
  package static func decode(_ text: Substring) throws(DecodingFailure) -> [UInt8] {
    let characters = Array(text.utf8)
    guard characters.count.isMultiple(of: 4) else {
      throw DecodingFailure(.base64Length(characters.count))
    }
    let values = values
    let padded = characters.suffix(2).reversed().prefix { $0 == padding }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count / 4 * 3)
    var group = 0
    var position = 0
    while position < characters.count {
      var value = values[Int(characters[position])]
      if value == 255 {
        guard position >= characters.count - padded else {
          throw DecodingFailure(.base64Character(position: position + 1))
        }
        value = 0
      }
      group = group << 6 | Int(value)
      position += 1
      guard position.isMultiple(of: 4) else { continue }
      bytes.append(UInt8(truncatingIfNeeded: group >> 16))
      bytes.append(UInt8(truncatingIfNeeded: group >> 8))
      bytes.append(UInt8(truncatingIfNeeded: group))
      group = 0
    }
    bytes.removeLast(padded)
    return bytes
  }
}
