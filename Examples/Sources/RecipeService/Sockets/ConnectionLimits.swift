// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The bounds that keep one client from harming the others.
struct ConnectionLimits: Sendable {
  /// Connections served at once, 1 or more; one more is refused with status 503.
  var connections = 1024

  /// The time after which a connection without a request is closed.
  var idle: Duration = .seconds(60)

  /// The time in which a request must arrive whole, counted from its first byte.
  var wholeRequest: Duration = .seconds(10)

  /// The time in which a client must take a whole response, counted from its first byte.
  var send: Duration = .seconds(10)

  /// The time that a closing connection waits for the client to see the last answer.
  var linger: Duration = .seconds(1)

  /// The stack of a connection's thread, in bytes, as much as the system asks for or more.
  var stackBytes = ServiceThread.stackBytes

  /// The longest wait in one `receive`: deadlines are looked at this often.
  var tick: Duration { min(.seconds(1), idle / 4, wholeRequest / 4) }
}
