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

/// What is so for the whole life of the process, or nearly.
package enum ProcessFacts {
  /// How many cores the process may use, at least 1.
  ///
  /// By its affinity where the system tells that, as `taskset` sets it, and by the quota of its control
  /// group, as containers have one.
  package static var cores: Int {
    let allowed = cores(inList: allowedList ?? "")
    let present = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    let usable = allowed > 0 ? min(allowed, present) : present
    return max(min(usable, quota ?? usable), 1)
  }

  /// Whether the process may use a core by its affinity; `nil` where the system does not tell.
  static var mayUse: ((_ core: Int) -> Bool)? {
    allowedList.map { list in
      let ranges = ranges(inList: list)
      return { core in ranges.contains { $0.contains(core) } }
    }
  }

  /// The list of the cores that the process may use by its affinity.
  private static var allowedList: Substring? {
    let status = SystemFile.text("/proc/self/status") ?? ""
    let name = "Cpus_allowed_list:"
    return status.split(separator: "\n").first { $0.hasPrefix(name) }?.dropFirst(name.count)
  }

  /// The number of cores of a list such as `0-3,8`.
  package static func cores(inList text: some StringProtocol) -> Int {
    ranges(inList: text).map(\.count).reduce(0, +)
  }

  private static func ranges(inList text: some StringProtocol) -> [ClosedRange<Int>] {
    text.split(separator: ",").compactMap { part in
      let bounds = part.split(separator: "-").compactMap { Int(String($0.filter(\.isNumber))) }
      guard let first = bounds.first, let last = bounds.last, last >= first else { return nil }
      return first...last
    }
  }

  /// The cores of a control group's quota, rounded up: `150000 100000` is 1.5 of them.
  private static var quota: Int? {
    let parts = SystemFile.text("/sys/fs/cgroup/cpu.max")?.split { $0 == " " || $0 == "\n" } ?? []
    guard parts.count == 2, let time = Int(parts[0]), let period = Int(parts[1]), period > 0 else {
      return nil
    }
    return (time + period - 1) / period
  }

  /// Whether the package was built for debugging: the tests are then, though this module is not.
  static var isDebugBuild: Bool {
    #if DEBUG
    true
    #else
    false
    #endif
  }

  /// The sanitizers that the process runs under.
  static let sanitizers: [String] = ["thread": "__tsan_init", "address": "__asan_init"]
    .filter { dlsym(nil, $0.value) != nil }.map(\.key).sorted()
}
