// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// A clock that moves only when told to, in any direction.
package final class ManualClock: Sendable {
  private let nanoseconds: Guarded<Int64>

  /// Creates a clock that reads so many nanoseconds.
  package init(nanoseconds: Int64 = 1_000) {
    self.nanoseconds = Guarded(nanoseconds)
  }

  /// The clock as the library reads it.
  package var source: TimeSource {
    TimeSource { self.nanoseconds.withLock { $0 } }
  }

  /// Moves the clock; a negative duration steps it back.
  package func advance(by duration: Duration) {
    nanoseconds.withLock { $0 += duration.wholeNanoseconds }
  }
}
