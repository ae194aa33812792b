// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The body of a request, and what it is.
///
/// A string literal is text: `try session.post("/notes", body: "two pans")`.
public struct HTTPPayload: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The bytes of the body.
  public let bytes: [UInt8]
  /// The media type, for the header `Content-Type`; `nil` leaves the header out.
  public let type: String?

  /// Creates a body of bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, for example a `Data`.
  ///   - type: The media type; `nil` leaves the header `Content-Type` out.
  public init(_ bytes: some Sequence<UInt8>, type: String? = "application/octet-stream") {
    self.bytes = Array(bytes)
    self.type = type
  }

  /// Creates a body of text.
  public init(stringLiteral text: String) {
    self = .text(text)
  }

  /// A body of text in UTF-8.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - type: The media type.
  /// - Returns: The body.
  public static func text(
    _ text: String,
    type: String = "text/plain; charset=utf-8"
  ) -> HTTPPayload {
    HTTPPayload(text.utf8, type: type)
  }

  /// A body of JSON that is written already.
  ///
  /// - Parameter text: The text in JSON; nothing checks that it is.
  /// - Returns: The body.
  public static func json(text: String) -> HTTPPayload {
    HTTPPayload(text.utf8, type: "application/json")
  }
}
