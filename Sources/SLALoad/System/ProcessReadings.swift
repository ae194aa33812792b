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

/// What the process holds at a moment; `nil` where the system does not tell.
enum ProcessReadings {
  /// The open descriptors, without the one that counting them takes.
  static func openFiles() -> Double? {
    let count = SystemFile.names(in: "/dev/fd/").count
    return count > 0 ? Double(count - 1) : nil
  }

  #if canImport(Darwin)
  private static var taskInformation: proc_taskinfo? {
    var information = proc_taskinfo()
    let size = Int32(MemoryLayout<proc_taskinfo>.size)
    let filled = proc_pidinfo(getpid(), PROC_PIDTASKINFO, 0, &information, size)
    return filled == size ? information : nil
  }

  /// The memory that is in main memory, in bytes.
  static func residentMemory() -> Double? {
    taskInformation.map { Double($0.pti_resident_size) }
  }

  /// The threads.
  static func threads() -> Double? { taskInformation.map { Double($0.pti_threadnum) } }

  /// Not needed: a child's usage is its own there.
  static func peakMemory(of process: pid_t) -> Int? { nil }
  #else
  /// The memory that is in main memory, in bytes.
  ///
  /// The second number of https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html, in pages.
  static func residentMemory() -> Double? {
    let numbers = SystemFile.text("/proc/self/statm")?.split(separator: " ") ?? []
    guard numbers.count > 1, let pages = Int(numbers[1]) else { return nil }
    return Double(pages * Int(sysconf(Int32(_SC_PAGESIZE))))
  }

  /// The most memory that a process had in main memory so far, in bytes.
  ///
  /// `VmHWM:     1234 kB` of https://man7.org/linux/man-pages/man5/proc_pid_status.5.html.
  static func peakMemory(of process: pid_t) -> Int? {
    let lines = SystemFile.text("/proc/\(process)/status")?.split(separator: "\n") ?? []
    return number("VmHWM", in: lines).map { $0 * 1_024 }
  }

  /// The number of a line `name:     1234`, which may have a unit behind it.
  static func number(_ name: String, in lines: [Substring]) -> Int? {
    let line = lines.first { $0.hasPrefix("\(name):") }
    return line?.split { $0 == " " || $0 == "\t" }.dropFirst().first.flatMap { Int($0) }
  }

  /// The threads.
  static func threads() -> Double? {
    let count = SystemFile.names(in: "/proc/self/task").count
    return count > 0 ? Double(count) : nil
  }
  #endif
}
