// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Whether what a load set going came to rest after it.
public struct Settling: Sendable, Hashable {
  /// How long it was waited for at most, in whole nanoseconds.
  public let limit: Duration
  /// How long it took after the load, or `nil` if it did not come to rest in time.
  public let duration: Duration?

  package init(limit: Duration, duration: Duration?) {
    self.limit = limit.inWholeNanoseconds
    self.duration = duration?.inWholeNanoseconds
  }
}

extension Settling: CustomStringConvertible {
  /// The outcome in words: `settled 120 ms after the load`.
  public var description: String {
    guard let duration else { return "not settled within \(limit.exactText)" }
    let milliseconds = (duration.inSeconds * 1e3).rounded(.up)
    return "settled \(Int64(milliseconds)) ms after the load"
  }
}
