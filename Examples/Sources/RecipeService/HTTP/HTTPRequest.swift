// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A request that has arrived whole.
struct HTTPRequest: Sendable, Equatable {
  let method: String
  let target: RequestTarget
  let fields: HTTPFields
  let body: [UInt8]
  /// Whether the client wants the connection to stay open.
  let keepsAlive: Bool

  init(head: RequestHead, body: [UInt8]) {
    method = head.method
    target = head.target
    fields = head.fields
    keepsAlive = head.keepsAlive
    self.body = body
  }
}

// MARK: - Query

extension HTTPRequest {
  /// The first value of a parameter of the query, or nil.
  func parameter(_ name: String) -> String? {
    target.query.first { $0.name == name }?.value
  }

  /// A whole number of the query, or nil when it is not given.
  ///
  /// - Throws: An error with status 400 when the value is not a number in the range.
  func number(_ name: String, in range: ClosedRange<Int>) throws(HTTPError) -> Int? {
    guard let text = parameter(name) else { return nil }
    guard let number = Int(strict: text), range.contains(number) else {
      throw .parameter(
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)"
          + " (was \"\(text.prefix(40))\")"
      )
    }
    return number
  }
}

// MARK: - Body

extension HTTPRequest {
  /// Reads the body as a JSON object.
  ///
  /// - Parameters:
  ///   - type: What the object describes.
  ///   - example: A right body, for the reason of the error.
  /// - Returns: The value that the object describes.
  /// - Throws: An error with status 400 that says what is wrong with the body.
  func object<Value: Decodable>(_ type: Value.Type, example: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch let error as DecodingError {
      throw HTTPError.body("\(Self.reason(error)); send an object such as \(example)")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _):
      return "the field \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      guard let key = context.codingPath.last else { return "the body is not a JSON object" }
      return "the field \"\(key.stringValue)\" has the wrong type"
    default:
      return "the body is not valid JSON"
    }
  }
}
