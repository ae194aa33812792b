// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// An answer: always JSON, errors too.
struct HTTPResponse: Sendable {
  let status: HTTPStatus
  let fields: [HTTPField]
  let body: [UInt8]

  /// Encodes a value with its keys sorted, so that equal values give equal bytes.
  ///
  /// - Throws: An `EncodingError` when the value contains a number that JSON has no form for.
  init(_ status: HTTPStatus, json value: some Encodable) throws {
    self.status = status
    fields = []
    body = try Self.encode(value)
  }

  init(_ error: HTTPError) {
    status = error.status
    fields = error.fields
    // Two strings always have a form in JSON.
    body = (try? Self.encode(["error": error.code, "reason": error.reason])) ?? []
  }

  private static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  /// The bytes to send: head and body in one piece, or the head alone as for `HEAD`.
  ///
  /// - Parameters:
  ///   - date: The value of the field `Date`.
  ///   - keepsAlive: Whether the connection stays open.
  ///   - withBody: Whether the body is sent, too.
  /// - Returns: The whole response.
  func serialized(date: String, keepsAlive: Bool, withBody: Bool = true) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\nDate: \(date)\r\n"
    head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
    for field in fields {
      head += "\(field.name): \(field.value)\r\n"
    }
    head += keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n"
    var bytes = Array(head.utf8)
    if withBody { bytes += body }
    return bytes
  }
}
