// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A request that is to be sent, and which answers count as success.
public struct HTTPCall: Sendable, Hashable {
  /// The method in capitals, such as `GET`.
  public var method: String
  /// The path with its query, percent-encoded, from the `/` on.
  public var path: String
  /// Header fields besides those of the target; one of the same name takes the place of the target's.
  public var headers: HTTPHeaderList
  /// The body, or `nil` for none.
  public var body: HTTPPayload?
  /// The statuses that count as success; those of the target if it is `nil`.
  public var accepting: AcceptedStatuses?

  /// Creates a call.
  ///
  /// - Parameters:
  ///   - method: The method in capitals, such as `GET`.
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - headers: Header fields besides those of the target.
  ///   - body: The body, or `nil` for none.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  public init(
    _ method: String,
    _ path: String,
    headers: HTTPHeaderList = [:],
    body: HTTPPayload? = nil,
    accepting: AcceptedStatuses? = nil
  ) {
    self.method = method
    self.path = path
    self.headers = headers
    self.body = body
    self.accepting = accepting
  }

  /// Whether sending it twice means no more than sending it once (RFC 9110, section 9.2.2).
  var isIdempotent: Bool {
    switch method {
    case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE": true
    default: false
    }
  }
}
