// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Where the bytes of an answer come from.
protocol ByteSource {
  /// Waits for bytes, and reads those that are there.
  ///
  /// - Parameter buffer: Where they go, at least one.
  /// - Returns: How many came; 0 at the end.
  /// - Throws: ``HTTPFailure`` if none come in time, or the connection breaks.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPFailure) -> Int
}
