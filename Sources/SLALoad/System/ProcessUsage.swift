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
  /// The time in which something on the machine waited for a core; the system counts up every two seconds.
  package let pressure: Int64?
  /// The time that all processes together spent on a core that this one may use, on average over those cores.
  package let busy: Int64?

  /// Reads everything; some 20 µs, and 10 µs for each thread.
  package static func now() -> ProcessUsage {
    ProcessUsage(
      time: TimeSource.monotonic.nanoseconds(),
      processorTime: processorTime(),
      threads: threadTimes(),
      pressure: processorPressure(),
      busy: busyTime(in: SystemFile.text("/proc/stat") ?? "", ofCores: ProcessFacts.mayUse)
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

  /// By the lines `cpu1 user nice system idle …`, in hundredths of a second.
  ///
  /// https://docs.kernel.org/filesystems/proc.html, 1.7
  package static func busyTime(in text: String, ofCores mayUse: ((Int) -> Bool)?) -> Int64? {
    guard let mayUse else { return nil }
    let times = text.split(separator: "\n").compactMap { line -> Int64? in
      let words = line.split(separator: " ")
      guard words.count > 4, words[0].hasPrefix("cpu"), let core = Int(words[0].dropFirst(3)),
        mayUse(core)
      else { return nil }
      return words[1...3].compactMap { Int64($0) }.reduce(0, +)
    }
    return times.isEmpty ? nil : times.reduce(0, +) * 10_000_000 / Int64(times.count)
  }
}
