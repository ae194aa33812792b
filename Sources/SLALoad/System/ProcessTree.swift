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

/// A process with those that it began, directly or not, as far as the system tells.
struct ProcessTree {
  /// The most main memory that one of them had so far, in bytes, or `nil` if none could be read.
  private(set) var memory: Int?
  /// The processes below the first.
  private(set) var others: [pid_t] = []

  #if canImport(Darwin)
  /// Not needed for memory: a child's usage is its own there.
  init(of process: pid_t) {}

  /// Not needed either.
  static func hadChildren(_ process: pid_t) -> Bool { false }
  #else
  /// Reads what there is now.
  ///
  /// - Parameter process: The first process.
  /// - Complexity: Some 20 µs for each process, and 10 for each further thread.
  init(of process: pid_t) {
    var rest = [process]
    while let next = rest.popLast() {
      var children = Self.children(of: next, "\(next)")
      let status = SystemFile.text("/proc/\(next)/status")?.split(separator: "\n") ?? []
      if let peak = ProcessReadings.number("VmHWM", in: status) {
        memory = max(memory ?? 0, peak * 1_024)
      }
      if (ProcessReadings.number("Threads", in: status) ?? 1) > 1 {
        let threads = SystemFile.names(in: "/proc/\(next)/task")
        children += threads.filter { $0 != "\(next)" }.flatMap { Self.children(of: next, $0) }
      }
      others += children
      rest += children
    }
  }

  /// The children that a thread of a process began; none where the kernel was built without that list.
  ///
  /// `/proc/pid/task/tid/children` of https://man7.org/linux/man-pages/man5/proc_tid_children.5.html.
  private static func children(of process: pid_t, _ thread: String) -> [pid_t] {
    let text = SystemFile.text("/proc/\(process)/task/\(thread)/children") ?? ""
    return text.split(separator: " ").compactMap { pid_t($0) }
  }

  /// Whether a process waited for children of its own; it may have ended, but not be reaped.
  ///
  /// By their page faults, the ninth number after the name in
  /// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: there is no program without.
  static func hadChildren(_ process: pid_t) -> Bool {
    let text = SystemFile.text("/proc/\(process)/stat") ?? ""
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 8 && fields[8] != "0"
  }
  #endif
}
