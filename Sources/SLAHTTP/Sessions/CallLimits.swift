// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How long a call may take, and how much may come.
struct CallLimits: Sendable, Hashable {
  /// To connect.
  let connect: Duration
  /// From the start of sending to the end of the answer.
  let response: Duration
  /// The most bytes of a body.
  let body: Int
}
