// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The clocks by which rows are measured, in nanoseconds.
enum Clock {
  /// Time that passes; also what the floor row reads.
  @inline(__always)
  static func wall() -> Int64 { reading(CLOCK_MONOTONIC) }

  /// Time that this thread has spent on a core: what other processes take does not count.
  static func threadTime() -> Int64 { reading(CLOCK_THREAD_CPUTIME_ID) }

  /// Time that all threads of the process have spent on cores.
  static func processTime() -> Int64 { reading(CLOCK_PROCESS_CPUTIME_ID) }

  @inline(__always)
  private static func reading(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
