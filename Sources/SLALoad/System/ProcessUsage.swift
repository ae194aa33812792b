// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// What the process has used of the machine up to a moment, in nanoseconds.
package struct ProcessUsage: Sendable {
  /// When, by the monotonic clock.
  package let time: Int64
  package let processorTime: Int64?
  /// The time on a core and the time waiting for one, by thread; empty where the system does not tell.
  package let threads: [Int: (running: Int64, waiting: Int64)]
  /// The time in which something on the machine waited for a core.
  package let pressure: Int64?

  /// Reads everything; some 20 µs, and 10 µs for each thread.
  package static func now() -> ProcessUsage {
    ProcessUsage(
      time: TimeSource.monotonic.nanoseconds(),
      processorTime: processorTime(),
      threads: threadTimes(),
      pressure: processorPressure()
    )
  }

  /// The time that the process spent on cores.
  static func processorTime() -> Int64? {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func threadTimes() -> [Int: (running: Int64, waiting: Int64)] {
    var times: [Int: (running: Int64, waiting: Int64)] = [:]
    for name in SystemFile.names(in: "/proc/self/task") {
      // https://docs.kernel.org/scheduler/sched-stats.html: time on a core, time waiting for one, turns.
      let numbers =
        SystemFile.text("/proc/self/task/\(name)/schedstat")?.split(separator: " ") ?? []
      guard numbers.count >= 2, let thread = Int(name), let running = Int64(numbers[0]),
        let waiting = Int64(numbers[1])
      else { continue }
      times[thread] = (running, waiting)
    }
    return times
  }

  /// `some avg10=0.00 avg60=0.00 avg300=0.00 total=12345`, in microseconds.
  ///
  /// https://docs.kernel.org/accounting/psi.html
  private static func processorPressure() -> Int64? {
    let line = SystemFile.text("/proc/pressure/cpu")?.split(separator: "\n").first
    let total = line?.split(separator: " ").last { $0.hasPrefix("total=") }
    return total.flatMap { Int64($0.dropFirst("total=".count)) }.map { $0 * 1_000 }
  }
}
