// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Waits for ever, and heeds no cancellation.
///
/// What it waits for stays reachable, so that the leak sanitizer does not take the task for lost.
package func neverEnding() async {
  await withUnsafeContinuation { continuation in
    waiting.change { $0.append(continuation) }
  }
}

private let waiting = Shared<[UnsafeContinuation<Void, Never>]>([])
