// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// An answer: status, headers and body, what was sent for it, and how long that took.
///
/// Headers and text are made of the bytes when they are asked for, not before.
public struct HTTPAnswer: Sendable, CustomStringConvertible {
  /// The status, in `100...999`.
  public let status: Int
  /// The body; empty if there is none.
  ///
  /// Bytes as they came: nothing is decompressed.
  public let body: [UInt8]
  /// How long the parts of the call took.
  public let times: HTTPTimes
  /// The bytes that were written to the connection for this answer, in `0...`.
  public let bytesSent: Int
  /// The bytes that were read for it: head, framing and body, in `0...`.
  public let bytesReceived: Int
  /// Whether the call was sent a second time, after a kept connection had turned out to be closed.
  public let isRetried: Bool
  /// The header lines, each with its end.
  let head: [UInt8]

  init(
    status: Int,
    head: [UInt8],
    body: [UInt8],
    times: HTTPTimes = HTTPTimes(),
    bytesSent: Int = 0,
    bytesReceived: Int = 0,
    isRetried: Bool = false
  ) {
    self.status = status
    self.head = head
    self.body = body
    self.times = times
    self.bytesSent = bytesSent
    self.bytesReceived = bytesReceived
    self.isRetried = isRetried
  }

  /// Creates an answer, for an adapter of another client or for a test.
  ///
  /// - Parameters:
  ///   - status: The status, in `100...999`.
  ///   - headers: The header fields.
  ///   - body: The body.
  ///   - times: How long the parts of the call took.
  public init(
    status: Int,
    headers: HTTPHeaderList = [:],
    body: [UInt8] = [],
    times: HTTPTimes = HTTPTimes()
  ) {
    let lines = headers.fields.map { "\($0.name): \($0.value)\r\n" }
    self.init(status: status, head: Array(lines.joined().utf8), body: body, times: times)
  }

  /// The header fields in their order.
  ///
  /// - Complexity: O(*n*) in the bytes of the header section, at each call.
  public var headers: HTTPHeaderList {
    var list = HTTPHeaderList()
    for line in head.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      var value = line[(colon + 1)...]
      while let first = value.first, first.isOptionalSpace { value.removeFirst() }
      while let last = value.last, last.isOptionalSpace || last == 0x0D { value.removeLast() }
      list.append(
        String(decoding: line[..<colon], as: UTF8.self),
        String(decoding: value, as: UTF8.self)
      )
    }
    return list
  }

  /// The first value of a header field, or `nil` if there is no such field.
  ///
  /// - Parameter name: The name, in any case.
  /// - Returns: The value.
  public func header(_ name: String) -> String? { headers[name] }

  /// The body as text in UTF-8; what is none of it is replaced by U+FFFD.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The answer in short: `status 200, 17 bytes`.
  public var description: String { "status \(status), \(body.count) bytes" }
}

extension UInt8 {
  /// Whether the byte is a space or a tab (OWS in RFC 9110, section 5.6.3).
  @inline(__always)
  var isOptionalSpace: Bool { self == 0x20 || self == 0x09 }
}
