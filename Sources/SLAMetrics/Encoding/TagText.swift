// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Tags as they stand in a histogram log, where a comma or white space would end them.
///
/// These, control characters and the percent sign are written as `%` and two hexadecimal digits for
/// each byte of UTF-8, as in addresses (T. Berners-Lee and others, "Uniform Resource Identifier",
/// RFC 3986, section 2.1, https://doi.org/10.17487/RFC3986): `GET%20/health`.
package enum TagText {
  private static let percent = UInt8(ascii: "%")

  /// Writes a tag; O(n).
  package static func encode(_ tag: String) -> String {
    var text = ""
    for scalar in tag.unicodeScalars {
      let properties = scalar.properties
      let isSafe =
        scalar != "," && scalar != "%" && !properties.isWhitespace
        && properties.generalCategory != .control
      guard !isSafe else {
        text.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// Reads a tag; O(n).
  ///
  /// Others write percent signs that mean themselves, so one without two hexadecimal digits stays as
  /// it is; and a tag that would not be UTF-8 stays as a whole.
  ///
  /// - Parameter text: The tag as it stands in the file.
  /// - Returns: The tag.
  package static func decode(_ text: Substring) -> String {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var position = 0
    while position < source.count {
      if source[position] == percent, position + 2 < source.count,
        let high = digit(source[position + 1]), let low = digit(source[position + 2])
      {
        bytes.append(high << 4 | low)
        position += 3
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  /// The value of a hexadecimal digit.
  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
