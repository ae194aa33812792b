// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// The same calls for asynchronous code: they block no thread of Swift's.
extension HTTPCalling {
  /// Asks for what is at a path.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func get(
    _ path: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(HTTPCall("GET", path, headers: headers, accepting: accepting))
  }

  /// Asks for the head of what is at a path.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func head(
    _ path: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(HTTPCall("HEAD", path, headers: headers, accepting: accepting))
  }

  /// Deletes what is at a path.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func delete(
    _ path: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(HTTPCall("DELETE", path, headers: headers, accepting: accepting))
  }

  /// Sends something to a path.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - body: What is sent, or `nil` for nothing.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func post(
    _ path: String,
    body: HTTPPayload? = nil,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(HTTPCall("POST", path, headers: headers, body: body, accepting: accepting))
  }

  /// Puts something at a path.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - body: What is sent.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func put(
    _ path: String,
    body: HTTPPayload,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(HTTPCall("PUT", path, headers: headers, body: body, accepting: accepting))
  }

  /// Changes what is at a path.
  ///
  /// - Parameters:
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - body: What is sent.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func patch(
    _ path: String,
    body: HTTPPayload,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil
  ) async throws(HTTPFailure) -> HTTPAnswer {
    try await send(HTTPCall("PATCH", path, headers: headers, body: body, accepting: accepting))
  }
}
