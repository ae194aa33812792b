// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Something that makes calls over HTTP: an ``HTTPSession``, or an adapter of another client.
///
/// `get`, `post` and the like come from the two requirements.
public protocol HTTPCalling: Sendable {
  /// Makes a call, and blocks the thread until its answer is complete.
  ///
  /// - Parameter call: The call.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  func send(_ call: HTTPCall) throws(HTTPFailure) -> HTTPAnswer

  /// Makes a call without blocking the thread.
  ///
  /// - Parameter call: The call.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  func send(_ call: HTTPCall) async throws(HTTPFailure) -> HTTPAnswer

  /// Closes what is open.
  func close()
}

/// A service whose users have sessions of their own.
public protocol HTTPService: Sendable, CustomStringConvertible {
  /// What makes the calls of one user.
  associatedtype Session: HTTPCalling

  /// Creates the session of a user.
  ///
  /// - Returns: The session.
  /// - Throws: ``HTTPFailure`` if the service cannot be found.
  func session() throws(HTTPFailure) -> Session
}
