// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a request asks for: the decoded segments of its path and its query.
struct RequestTarget: Sendable, Equatable {
  /// The path between its slashes, decoded; `/recipes/harvest` gives two.
  let segments: [String]
  /// The parts of the query in their order; a part without `=` has an empty value.
  let query: [Parameter]

  struct Parameter: Sendable, Equatable {
    let name: String
    let value: String
  }

  /// Reads the target of a request line: `/path?query`, also after `http://host`.
  ///
  /// - Throws: An error with status 400 when the target is something else or has bad escapes.
  init(_ bytes: ArraySlice<UInt8>) throws(HTTPError) {
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
      throw .malformed(
        "the request target must be printable ASCII without \"#\"; escape other bytes as %XX"
      )
    }
    let origin = try Self.originForm(of: bytes)
    guard origin.first == UInt8(ascii: "/") else {
      throw .malformed("the request target must begin with \"/\", as in /recipes?q=soup")
    }
    let mark = origin.firstIndex(of: UInt8(ascii: "?")) ?? origin.endIndex
    var segments: [String] = []
    let path = origin[..<mark].dropFirst()
    if !path.isEmpty {
      // Split before decoding: an escaped slash belongs to its segment.
      for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
        segments.append(try Self.decode(part, plusIsSpace: false))
      }
    }
    self.segments = segments
    var query: [Parameter] = []
    for part in origin[mark...].dropFirst().split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      query.append(
        Parameter(
          name: try Self.decode(part[..<equals], plusIsSpace: true),
          value: try Self.decode(part[equals...].dropFirst(), plusIsSpace: true)
        )
      )
    }
    self.query = query
  }

  /// The target from the slash of its path on, when it is a whole address (RFC 9112, 3.2.2).
  ///
  /// - Throws: An error with status 400 when the address has no host that could be one.
  private static func originForm(
    of bytes: ArraySlice<UInt8>
  ) throws(HTTPError) -> ArraySlice<UInt8> {
    let scheme = "http://"
    guard String(decoding: bytes.prefix(scheme.utf8.count), as: UTF8.self).isWord(scheme) else {
      return bytes
    }
    let rest = bytes.dropFirst(scheme.utf8.count)
    let end =
      rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    guard Authority.isValid(rest[..<end]) else {
      throw .malformed("after \"http://\" must come a host, as in http://127.0.0.1:8080/health")
    }
    guard end < rest.endIndex else { return [UInt8(ascii: "/")] }
    return rest[end] == UInt8(ascii: "/") ? rest[end...] : [UInt8(ascii: "/")] + rest[end...]
  }

  /// Replaces `%XX`, and in a query `+`, by what they stand for.
  ///
  /// - Throws: An error with status 400 for a bad escape, a NUL, or text that is not UTF-8.
  private static func decode(
    _ bytes: ArraySlice<UInt8>,
    plusIsSpace: Bool
  ) throws(HTTPError) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.endIndex,
          let high = bytes[index + 1].hexadecimalValue,
          let low = bytes[index + 2].hexadecimalValue,
          high | low != 0
        else {
          throw .malformed("\"%\" must be followed by two hexadecimal digits other than 00")
        }
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
        index += 1
      }
    }
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw .malformed("the escapes of the request target must decode to UTF-8")
    }
    return text
  }
}
