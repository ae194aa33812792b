// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Header fields in their order, by names whose case does not matter; a name may come several times.
///
/// ```swift
/// let headers: HTTPHeaderList = ["Accept": "application/json", "X-Team": "kitchen"]
/// headers["accept"]  // "application/json"
/// ```
public struct HTTPHeaderList: Sendable, Hashable, CustomStringConvertible,
  ExpressibleByDictionaryLiteral
{
  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name as it was written.
    public let name: String
    /// The value, without space around it.
    public let value: String

    /// Creates a field.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The fields in their order.
  public private(set) var fields: [Field] = []

  /// Creates an empty list.
  public init() {}

  /// Creates a list of the names and values of a literal, in its order.
  public init(dictionaryLiteral fields: (String, String)...) {
    self.fields = fields.map { Field(name: $0.0, value: $0.1) }
  }

  /// Whether there is no field.
  public var isEmpty: Bool { fields.isEmpty }

  /// Adds a field, also if there is one of that name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - value: The value.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// All values of a name, in their order.
  ///
  /// - Parameter name: The name, in any case.
  /// - Returns: The values; none if there is no such field.
  public func values(_ name: String) -> [String] {
    fields.filter { $0.name.isSameToken(as: name) }.map(\.value)
  }

  /// The first value of a name, or `nil` if there is none.
  ///
  /// - Parameter name: The name, in any case.
  public subscript(name: String) -> String? {
    fields.first { $0.name.isSameToken(as: name) }?.value
  }

  /// The fields in lines, as `name: value`.
  public var description: String {
    fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
  }
}

// The words of the protocol are bytes of ASCII; Unicode's rules would take more for the same.
extension String {
  /// Whether both are the same but for the case of ASCII letters.
  func isSameToken(as other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }
}

extension UInt8 {
  /// The byte, or the small letter if it is a capital of ASCII.
  @inline(__always)
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// Whether the byte may be part of a token (RFC 9110, section 5.6.2).
  @inline(__always)
  var isTokenByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }

  /// Whether the byte may be part of a header value (RFC 9110, section 5.5).
  @inline(__always)
  var isFieldByte: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }
}
