// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A value that several tasks of a test change, one at a time.
package final class Shared<Value: Sendable>: Sendable {
  private let guarded: Guarded<Value>

  /// Creates a shared value.
  package init(_ value: Value) {
    guarded = Guarded(value)
  }

  /// What the value is now.
  package var value: Value { guarded.withLock { $0 } }

  /// Changes the value.
  package func change(_ body: (inout Value) -> Void) {
    guarded.withLock { body(&$0) }
  }
}
