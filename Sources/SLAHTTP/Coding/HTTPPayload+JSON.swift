// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension HTTPPayload {
  /// A value in JSON, encoded by `JSONEncoder` as it is unless configured.
  ///
  /// - Parameter value: The value.
  /// - Returns: The body.
  /// - Throws: ``HTTPFailure`` with the code `request` if the value cannot be encoded.
  public static func json(_ value: some Encodable) throws(HTTPFailure) -> HTTPPayload {
    do {
      return HTTPPayload(try JSONEncoder().encode(value), type: "application/json")
    } catch {
      throw .request("a value of \(Swift.type(of: value)) cannot be encoded as JSON: \(error)")
    }
  }
}

extension HTTPAnswer {
  /// Decodes the body from JSON.
  ///
  /// ```swift
  /// let recipes = try session.get("/recipes?q=soup").json([Recipe].self)
  /// ```
  ///
  /// - Parameter type: What it is to be.
  /// - Returns: The value.
  /// - Throws: `DecodingError` if the body is something else, which load reports count as an invalid result.
  public func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(body))
  }
}
