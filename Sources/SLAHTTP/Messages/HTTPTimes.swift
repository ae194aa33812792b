// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How long the parts of a call took, one after another.
public struct HTTPTimes: Sendable, Hashable {
  /// To connect, or zero on a connection that was kept from the call before.
  public var connecting = Duration.zero
  /// From the start of sending to the first byte of the answer.
  public var waiting = Duration.zero
  /// From the first byte of the answer to its end.
  public var receiving = Duration.zero

  /// Creates times of zero.
  public init() {}

  /// The time to the end of the answer: all parts.
  public var total: Duration { connecting + waiting + receiving }
  /// The time from the start of the call to the first byte of the answer.
  public var toFirstByte: Duration { connecting + waiting }
}

extension HTTPTimes {
  /// Adds the times of another call.
  mutating func add(_ other: HTTPTimes) {
    connecting += other.connecting
    waiting += other.waiting
    receiving += other.receiving
  }
}
