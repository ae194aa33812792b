// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// Bodies in JSON, for asynchronous code.
extension HTTPCalling {
  /// Sends something to a path, as JSON.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - value: What is sent, encoded by `JSONEncoder`.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func post(
    _ path: String,
    json value: some Encodable,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(
      HTTPCall("POST", path, headers: headers, body: try .json(value), accepting: accepting)
    )
  }

  /// Sends something to a path, a text in JSON as it is.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - text: What is sent: a text in JSON, which nothing checks.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func post(
    _ path: String,
    json text: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(
      HTTPCall("POST", path, headers: headers, body: .json(text: text), accepting: accepting)
    )
  }

  /// Puts something at a path, as JSON.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - value: What is sent, encoded by `JSONEncoder`.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func put(
    _ path: String,
    json value: some Encodable,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(
      HTTPCall("PUT", path, headers: headers, body: try .json(value), accepting: accepting)
    )
  }

  /// Puts something at a path, a text in JSON as it is.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - text: What is sent: a text in JSON, which nothing checks.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func put(
    _ path: String,
    json text: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(
      HTTPCall("PUT", path, headers: headers, body: .json(text: text), accepting: accepting)
    )
  }

  /// Changes what is at a path, as JSON.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - value: What is sent, encoded by `JSONEncoder`.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func patch(
    _ path: String,
    json value: some Encodable,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(
      HTTPCall("PATCH", path, headers: headers, body: try .json(value), accepting: accepting)
    )
  }

  /// Changes what is at a path, a text in JSON as it is.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - text: What is sent: a text in JSON, which nothing checks.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func patch(
    _ path: String,
    json text: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(
      HTTPCall("PATCH", path, headers: headers, body: .json(text: text), accepting: accepting)
    )
  }
}
