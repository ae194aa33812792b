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

/// The end of a process, waited for in slices.
enum ProcessEnd {
  /// How long to wait before looking whether to go on, in milliseconds.
  private static let slice: Int32 = 50

  /// Waits until a child has ended, or waiting for it is given up; where the system has no descriptors of processes, as
  /// before Linux 5.3, not at all.
  ///
  /// - Parameters:
  ///   - process: The number of the child, which nobody has reaped.
  ///   - isGivenUp: Whether to stop waiting, asked some times a second.
  /// - Returns: Whether the child may be waited for in a call of the system.
  static func wait(for process: pid_t, unless isGivenUp: () -> Bool) -> Bool {
    guard let descriptor = descriptor(of: process) else { return true }
    defer { close(descriptor) }
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, slice) <= 0 {
      if isGivenUp() { return false }
    }
    return true
  }

  #if canImport(Darwin)
  private static func descriptor(of process: pid_t) -> Int32? { nil }
  #else
  // Swift does not import functions with any number of arguments, and glibc has a name for this one from 2.36.
  private typealias SystemCall = @convention(c) (Int, Int, Int) -> Int

  /// The number of `pidfd_open` on every architecture (https://man7.org/linux/man-pages/man2/pidfd_open.2.html).
  private static let pidfdOpen = 434

  private static func descriptor(of process: pid_t) -> Int32? {
    guard let symbol = dlsym(nil, "syscall") else { return nil }
    let descriptor = unsafeBitCast(symbol, to: SystemCall.self)(pidfdOpen, Int(process), 0)
    return descriptor < 0 ? nil : Int32(descriptor)
  }
  #endif
}
