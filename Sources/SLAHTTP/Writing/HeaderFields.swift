// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Header fields as bytes, checked, to be put into requests as they are.
struct HeaderFields: Sendable, Hashable {
  /// The names, in the order of the lines.
  private(set) var names: [String] = []
  /// The lines, each with its end.
  private(set) var bytes: [UInt8] = []

  /// Adds a field.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  /// - Throws: ``HTTPFailure`` if the name or the value cannot be sent.
  mutating func append(_ name: String, _ value: String) throws(HTTPFailure) {
    try bytes.appendField(name, value)
    names.append(name)
  }

  /// Adds fields.
  mutating func append(_ list: HTTPHeaderList) throws(HTTPFailure) {
    for field in list.fields { try append(field.name, field.value) }
  }

  /// Whether there is a field of a name.
  func contains(_ name: String) -> Bool { names.contains { $0.isSameToken(as: name) } }
}

extension [UInt8] {
  /// Names of fields that the client writes itself, after what the body needs.
  private static let ownNames = ["content-length", "transfer-encoding"]

  /// Adds the line of a header field.
  ///
  /// - Throws: ``HTTPFailure`` if the name is no token, if the value could end the line, or if the client
  ///   writes the field itself.
  mutating func appendField(_ name: String, _ value: String) throws(HTTPFailure) {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else {
      throw .request("a header name must be letters, digits and any of !#$%&'*+-.^_`|~")
    }
    guard value.utf8.allSatisfy(\.isFieldByte) else {
      throw .request("the value of header \(name) must not have line ends or control characters")
    }
    guard !Self.ownNames.contains(where: name.isSameToken(as:)) else {
      throw .request("header \(name) must be left out: the body says it")
    }
    append(contentsOf: name.utf8)
    append(0x3A)
    append(0x20)
    append(contentsOf: value.utf8)
    appendLineEnd()
  }

  @inline(__always)
  mutating func appendLineEnd() {
    append(0x0D)
    append(0x0A)
  }

  /// Adds a number in decimal digits, without making a text of it.
  mutating func append(decimal number: Int) {
    var rest = number
    let start = count
    repeat {
      append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
