// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A source of readings of a clock, in nanoseconds since a start that never changes.
///
/// The one place through which time enters, so that tests can drive it by hand. Whole nanoseconds
/// in a machine word rather than `ContinuousClock.Instant`: reading that clock twice and turning
/// the difference into nanoseconds costs about twice as much as the two readings below.
package struct TimeSource: Sendable {
  /// The clock of a test; `nil` for the system's, which is then read without a detour.
  private let other: (@Sendable () -> Int64)?

  /// Creates a source of readings that a function gives.
  package init(nanoseconds: @escaping @Sendable () -> Int64) {
    other = nanoseconds
  }

  private init() {
    other = nil
  }

  /// The system's monotonic clock, which no change of the wall-clock time moves.
  package static let monotonic = TimeSource()

  /// Reads the clock.
  ///
  /// - Returns: Nanoseconds since a start that never changes.
  /// - Complexity: O(1); about 25 ns on the system's clock.
  @inline(__always)
  package func nanoseconds() -> Int64 {
    if let other { other() } else { Self.systemReading() }
  }

  @inline(__always)
  private static func systemReading() -> Int64 {
    #if canImport(Darwin)
    Int64(clamping: clock_gettime_nsec_np(CLOCK_UPTIME_RAW))
    #else
    var reading = timespec()
    // Cannot fail: the clock exists on every supported system, and the pointer is valid.
    clock_gettime(CLOCK_MONOTONIC, &reading)
    return Int64(reading.tv_sec) &* 1_000_000_000 &+ Int64(reading.tv_nsec)
    #endif
  }
}
