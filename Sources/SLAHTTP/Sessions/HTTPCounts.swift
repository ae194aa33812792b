// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a session has done so far.
public struct HTTPCounts: Sendable, Hashable {
  /// The calls that brought an answer, or failed, in `0...`.
  public var calls = 0
  /// The connections that were opened, in `0...`.
  public var connections = 0
  /// The calls that were sent a second time, for the service had closed the kept connection, in `0...`.
  public var retries = 0
  /// The calls that began while another call of the same session was under way, and waited for it, in `0...`.
  ///
  /// The wait is in what they took, though the service has no part in it: give each user a session of its own.
  public var waits = 0
  /// The bytes that were sent for answers that are complete, in `0...`.
  public var bytesSent = 0
  /// The bytes of those answers, in `0...`.
  public var bytesReceived = 0

  /// Creates counts of zero.
  public init() {}

  /// Adds other counts to these.
  ///
  /// - Parameter other: The counts of another session.
  public mutating func add(_ other: HTTPCounts) {
    calls += other.calls
    connections += other.connections
    retries += other.retries
    waits += other.waits
    bytesSent += other.bytesSent
    bytesReceived += other.bytesReceived
  }
}
