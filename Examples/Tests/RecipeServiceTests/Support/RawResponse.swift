// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A response as it came over the wire.
struct RawResponse {
  let status: Int
  /// The header fields, their names in lower case.
  let fields: [String: String]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  /// Reads the first response in the bytes, and says how many bytes it has; nil if it is not
  /// whole.
  ///
  /// - Throws: ``RawClient/Failure`` when it is no response.
  static func first(in bytes: [UInt8], toHead: Bool) throws -> (RawResponse, Int)? {
    guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    var lines = head.components(separatedBy: "\r\n")
    let words = lines.removeFirst().split(separator: " ", maxSplits: 2)
    guard words.count == 3, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw RawClient.Failure(description: "not a response: \(head)")
    }
    var fields: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw RawClient.Failure(description: "not a field: \(line)") }
      fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let length = toHead ? 0 : Int(fields["content-length"] ?? "0") ?? 0
    guard bytes.count >= end.upperBound + length else { return nil }
    let body = Array(bytes[end.upperBound..<(end.upperBound + length)])
    return (RawResponse(status: status, fields: fields, body: body), end.upperBound + length)
  }

  /// The body as JSON.
  ///
  /// - Throws: A `DecodingError` when it is something else.
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(body))
  }

  /// The code and the reason of an error.
  struct Fault: Decodable {
    let error: String
    let reason: String
  }
}
