// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value that one thread at a time can use: a `Mutex` that Thread Sanitizer understands.
///
/// On Linux the lock of `Mutex` is a futex inside the Synchronization library, which is built
/// without the sanitizer, so that every second access would be reported as a race (Swift 6.3.1), to
/// users who run their own tests under it too. The two steps of `turns` are compiled into this
/// module: through them the sanitizer sees the order that the lock makes. They cost a few
/// nanoseconds where nobody contends.
package struct Guarded<Value>: ~Copyable, Sendable {
  private let mutex: Mutex<Value>
  private let turns = Atomic<Int>(0)

  package init(_ value: sending Value) {
    mutex = Mutex(value)
  }

  /// Waits for the other threads, then runs the body with the value.
  ///
  /// - Parameter body: What to do with the value; short, and nothing that waits.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  package borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try mutex.withLock { value throws(Failure) in
      turns.wrappingAdd(1, ordering: .acquiringAndReleasing)
      defer { turns.wrappingAdd(1, ordering: .acquiringAndReleasing) }
      return try body(&value)
    }
  }
}
