// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value that one thread at a time can use.
///
/// This is a `Mutex` that Thread Sanitizer understands on Linux, too. There the lock of `Mutex` is
/// a futex inside the Synchronization library, which is built without the sanitizer: every second
/// access would be reported as a race (seen with Swift 6.3.1). The two steps of `turns` happen
/// inside the lock and are compiled into this module, so the sanitizer sees the order that the
/// lock makes. They cost a few nanoseconds.
package struct Guarded<Value: Sendable>: ~Copyable, Sendable {
  private let mutex: Mutex<Value>
  private let turns = Atomic(0)

  package init(_ value: Value) {
    mutex = Mutex(value)
  }

  /// Waits for the other threads, then runs the body with the value.
  ///
  /// - Throws: What the body throws.
  package borrowing func withLock<Result: Sendable, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try mutex.withLock { value throws(Failure) in
      turns.wrappingAdd(1, ordering: .acquiringAndReleasing)
      defer { turns.wrappingAdd(1, ordering: .acquiringAndReleasing) }
      return try body(&value)
    }
  }
}
