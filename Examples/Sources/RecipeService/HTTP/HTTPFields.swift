// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// One header field.
struct HTTPField: Sendable, Equatable {
  let name: String
  let value: String
}

/// The header fields of a request, their names in lower case, in the order in which they came.
struct HTTPFields: Sendable, Equatable {
  private(set) var all: [HTTPField] = []

  /// All values of a name that is given in lower case.
  func values(_ name: String) -> [String] {
    all.filter { $0.name == name }.map(\.value)
  }

  /// The comma-separated elements of all fields of a name that is given in lower case.
  ///
  /// Empty elements are left out (RFC 9110, section 5.6.1).
  func elements(_ name: String) -> [Substring] {
    values(name).flatMap { value in
      // At bytes: a comma with a mark after it is not a comma to `Character`.
      value.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0).trimmingOptionalSpace }
        .filter { !$0.isEmpty }
    }
  }

  /// Whether one of the comma-separated words of a field is the given lower-case word.
  func contains(_ word: String, in name: String) -> Bool {
    elements(name).contains { $0.isWord(word) }
  }

  /// Reads one line of the form `name: value`.
  ///
  /// - Throws: An error with status 400 when the line is not such a field.
  mutating func append(line: ArraySlice<UInt8>) throws(HTTPError) {
    if line.first == 0x20 || line.first == 0x09 {
      throw .malformed("a header line must not begin with a space; put the field on one line")
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      throw .malformed("a header line must have the form \"name: value\"")
    }
    let name = line[..<colon]
    guard !name.isEmpty, name.allSatisfy(\.isTokenByte) else {
      throw .malformed(
        "a header name must consist of letters, digits and any of !#$%&'*+-.^_`|~ up to the colon"
      )
    }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }) else {
      throw .malformed("a header value must not contain control characters")
    }
    all.append(
      HTTPField(
        name: String(decoding: name, as: UTF8.self).asciiLowercased,
        value: String(String(decoding: value, as: UTF8.self)[...].trimmingOptionalSpace)
      )
    )
  }
}

extension Substring {
  /// The text without the spaces and tabs around it (OWS in RFC 9110, section 5.6.3).
  var trimmingOptionalSpace: Substring {
    var utf8 = self.utf8
    while let first = utf8.first, first == 0x20 || first == 0x09 { utf8.removeFirst() }
    while let last = utf8.last, last == 0x20 || last == 0x09 { utf8.removeLast() }
    return Substring(utf8)
  }
}

extension UInt8 {
  /// Whether the byte may be part of a token (RFC 9110, section 5.6.2).
  var isTokenByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }

  /// The value of a hexadecimal digit, or nil.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
