// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// The calls of every day, which block their thread.
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
  ) throws(HTTPFailure) -> HTTPAnswer {
    try send(HTTPCall("GET", path, headers: headers, accepting: accepting))
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
  ) throws(HTTPFailure) -> HTTPAnswer {
    try send(HTTPCall("HEAD", path, headers: headers, accepting: accepting))
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
  ) throws(HTTPFailure) -> HTTPAnswer {
    try send(HTTPCall("DELETE", path, headers: headers, accepting: accepting))
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
  ) throws(HTTPFailure) -> HTTPAnswer {
    try send(HTTPCall("POST", path, headers: headers, body: body, accepting: accepting))
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
  ) throws(HTTPFailure) -> HTTPAnswer {
    try send(HTTPCall("PUT", path, headers: headers, body: body, accepting: accepting))
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
  ) throws(HTTPFailure) -> HTTPAnswer {
    try send(HTTPCall("PATCH", path, headers: headers, body: body, accepting: accepting))
  }
}
