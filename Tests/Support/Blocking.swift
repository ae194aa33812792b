// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs something that blocks on a thread of its own, so that it keeps no other test from running.
///
/// Failures of a test are to be recorded outside of it: on another thread no one knows whose they are.
///
/// - Parameter body: What blocks.
/// - Returns: What it returns.
/// - Throws: What it throws.
package func blocking<Success: Sendable>(
  _ body: @escaping @Sendable () throws -> Success
) async throws -> Success {
  try await withCheckedThrowingContinuation { continuation in
    Thread { continuation.resume(with: Result(catching: body)) }.start()
  }
}

/// Holds the running thread for as long as a condition holds: to be called on a thread of its own.
package func holdThread(while condition: () -> Bool) {
  while condition() { usleep(1_000) }
}
