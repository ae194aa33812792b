// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The part of an address that names a host, and maybe a port (RFC 9110, section 4.2.1).
enum Authority {
  /// Whether the bytes are a host that is not empty, and a port of digits if there is a colon.
  ///
  /// What stands in the brackets of an IP address is checked for its bytes only.
  static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "[") else {
      let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
      return isName(bytes[..<end]) && isPort(bytes[end...])
    }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let address = bytes[..<end].dropFirst()
    return !address.isEmpty && address.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: ":") }
      && isPort(bytes[end...].dropFirst())
  }

  /// A name or an IPv4 address; the syntax of names covers both (RFC 3986, section 3.2.2).
  private static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    var escaped = 0
    for byte in bytes {
      if escaped > 0 {
        guard byte.hexadecimalValue != nil else { return false }
        escaped -= 1
      } else if byte == UInt8(ascii: "%") {
        escaped = 2
      } else if !byte.isNameByte {
        return false
      }
    }
    return escaped == 0
  }

  /// Nothing, or a colon and any number of digits, none too.
  private static func isPort(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.isEmpty
      || bytes.first == UInt8(ascii: ":")
        && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension UInt8 {
  /// Whether the byte is one of `unreserved` or `sub-delims` (RFC 3986, section 2).
  fileprivate var isNameByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true  // 0-9, A-Z, a-z
    case 0x2D, 0x2E, 0x5F, 0x7E: true  // - . _ ~
    case 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D: true  // ! $ & ' ( ) * + , ; =
    default: false
    }
  }
}
