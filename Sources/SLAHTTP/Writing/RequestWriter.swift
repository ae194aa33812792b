// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Writes requests to one target as bytes: the head that all have in common is made once.
struct RequestWriter: Sendable {
  private let basePath: [UInt8]
  private let host: String
  private let headers: HTTPHeaderList
  /// `Host`, `User-Agent` and the fields of the target, as bytes.
  private let common: HeaderFields
  /// The same for a body that has a type of its own.
  private let commonWithoutType: HeaderFields

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - address: Where the service is.
  ///   - headers: The fields of every request.
  /// - Throws: ``HTTPFailure`` if a field cannot be sent.
  init(_ address: HTTPAddress, headers: HTTPHeaderList) throws(HTTPFailure) {
    basePath = Array(address.basePath.utf8)
    host = address.authority
    self.headers = headers
    common = try Self.fields(headers, host: host, replacedBy: [:])
    commonWithoutType = try Self.fields(headers, host: host, replacedBy: [:], withoutType: true)
  }

  /// Writes a request, in place of what the buffer has.
  ///
  /// - Parameters:
  ///   - call: The request.
  ///   - buffer: Where the bytes go.
  /// - Returns: Whether the connection is to be closed after the answer.
  /// - Throws: ``HTTPFailure`` if a part of it cannot be sent; nothing of the call can get out of its place in
  ///   the request.
  func write(_ call: HTTPCall, into buffer: inout [UInt8]) throws(HTTPFailure) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    try writeLine(call, into: &buffer)
    // The call says what its body is, else the body, else the target.
    let type = call.headers["content-type"] == nil ? call.body?.type : nil
    if call.headers.isEmpty {
      buffer.append(contentsOf: type == nil ? common.bytes : commonWithoutType.bytes)
    } else {
      let fields = try Self.fields(
        headers,
        host: host,
        replacedBy: call.headers,
        withoutType: type != nil
      )
      buffer.append(contentsOf: fields.bytes)
    }
    if let body = call.body {
      if let type {
        try buffer.appendField("Content-Type", type)
      }
      buffer.append(contentsOf: Self.contentLength)
      buffer.append(decimal: body.bytes.count)
      buffer.appendLineEnd()
      buffer.appendLineEnd()
      buffer.append(contentsOf: body.bytes)
    } else {
      switch call.method {
      // Methods whose requests have bodies say that this one is empty (RFC 9110, section 8.6).
      case "POST", "PUT", "PATCH":
        buffer.append(contentsOf: Self.contentLength)
        buffer.append(0x30)
        buffer.appendLineEnd()
      default: break
      }
      buffer.appendLineEnd()
    }
    let own = call.headers.values("connection")
    return (own.isEmpty ? headers.values("connection") : own).contains(where: Self.saysClose)
  }

  /// Whether `close` is one of the words of a header `Connection`.
  private static func saysClose(_ value: String) -> Bool {
    value.split { $0 == "," || $0 == " " || $0 == "\t" }.contains {
      String($0).isSameToken(as: "close")
    }
  }

  private static let contentLength = Array("Content-Length: ".utf8)
  private static let version = Array(" HTTP/1.1\r\n".utf8)

  private func writeLine(_ call: HTTPCall, into buffer: inout [UInt8]) throws(HTTPFailure) {
    guard !call.method.isEmpty, call.method.utf8.allSatisfy(\.isTokenByte),
      call.method != "CONNECT"
    else { throw .request("the method must be a word such as GET or POST, and not CONNECT") }
    buffer.append(contentsOf: call.method.utf8)
    buffer.append(0x20)
    let path = call.path.utf8
    if path.first == UInt8(ascii: "/") {
      buffer.append(contentsOf: basePath)
    } else if !(call.method == "OPTIONS" && call.path == "*") {
      throw .request("a path must begin with \"/\", as in \"/health\"")
    }
    // Everything else could end the line, or be cut off as a fragment.
    guard path.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x23 }) else {
      throw .request(
        "a path must be percent-encoded: no spaces, line ends, \"#\" or letters beyond ASCII"
      )
    }
    buffer.append(contentsOf: path)
    buffer.append(contentsOf: Self.version)
  }

  /// The fields of the target and those of a call, which go first where names are the same.
  private static func fields(
    _ headers: HTTPHeaderList,
    host: String,
    replacedBy own: HTTPHeaderList,
    withoutType: Bool = false
  ) throws(HTTPFailure) -> HeaderFields {
    func isGiven(_ name: String) -> Bool { own[name] != nil || headers[name] != nil }
    var fields = HeaderFields()
    if !isGiven("host") { try fields.append("Host", host) }
    if !isGiven("user-agent") { try fields.append("User-Agent", "swift-sla-testing") }
    for field in headers.fields where own[field.name] == nil {
      if withoutType, field.name.isSameToken(as: "content-type") { continue }
      try fields.append(field.name, field.value)
    }
    try fields.append(own)
    guard own.values("host").count + (own["host"] == nil ? headers.values("host").count : 0) <= 1
    else { throw .request("there must be one header Host") }
    return fields
  }
}
