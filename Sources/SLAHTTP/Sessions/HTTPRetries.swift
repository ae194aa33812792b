// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How often requests to a target were sent again, by whichever of its sessions.
package final class HTTPRetries: Sendable {
  private let number = Atomic<Int>(0)

  init() {}

  /// How often so far.
  package var count: Int { number.load(ordering: .relaxed) }

  func add() { number.wrappingAdd(1, ordering: .relaxed) }
}
