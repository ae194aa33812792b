// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A request that is answered with an error.
struct HTTPError: Error, Equatable {
  let status: HTTPStatus
  /// A word for programs, such as `not_found`.
  let code: String
  /// A sentence for people: what was wrong and what would be right.
  let reason: String
  /// Further header fields, such as `Retry-After`.
  var fields: [HTTPField] = []

  init(_ status: HTTPStatus, _ code: String, _ reason: String, fields: [HTTPField] = []) {
    self.status = status
    self.code = code
    self.reason = reason
    self.fields = fields
  }

  /// A request that is not HTTP as RFC 9110 and RFC 9112 have it.
  static func malformed(_ reason: String) -> HTTPError {
    HTTPError(.badRequest, "malformed_request", reason)
  }

  /// A parameter that is missing or out of its range.
  static func parameter(_ reason: String) -> HTTPError {
    HTTPError(.badRequest, "bad_parameter", reason)
  }

  /// A body that is not what the path needs.
  static func body(_ reason: String) -> HTTPError {
    HTTPError(.badRequest, "bad_body", reason)
  }

  /// A request that could be answered at another time; it may be sent again after a second.
  static func unavailable(_ code: String, _ reason: String) -> HTTPError {
    let fields = [HTTPField(name: "Retry-After", value: "1")]
    return HTTPError(.serviceUnavailable, code, reason, fields: fields)
  }

  /// A path or an id that leads nowhere.
  static func notFound(_ reason: String) -> HTTPError {
    HTTPError(.notFound, "not_found", reason)
  }
}
