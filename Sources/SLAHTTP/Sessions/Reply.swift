// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What becomes of an asynchronous call: another thread puts it here, then wakes the task.
///
/// Not handed over with the waking itself, where Thread Sanitizer does not see the order.
final class Reply: Sendable {
  private let result = Guarded<Result<HTTPAnswer, HTTPFailure>?>(nil)

  /// Waits for the result without blocking the thread; to be asked once.
  ///
  /// - Parameter start: Begins the call, and takes what is to be done with its result.
  /// - Returns: The result.
  func wait(
    _ start: (@escaping @Sendable (Result<HTTPAnswer, HTTPFailure>) -> Void) -> Void
  ) async -> Result<HTTPAnswer, HTTPFailure> {
    await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
      start { new in
        self.result.withLock { $0 = new }
        continuation.resume()
      }
    }
    return result.withLock { $0 } ?? .failure(.cancelled)
  }
}
