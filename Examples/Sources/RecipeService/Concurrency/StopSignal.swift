// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A flag that, once raised, wakes every thread that sleeps or polls with it.
///
/// It is a pipe: raising closes nothing and writes one byte that nobody reads, so that every
/// later `poll` returns at once, too.
final class StopSignal: Sendable {
  private let readEnd: Int32
  private let writeEnd: Int32
  private let raised = Atomic(false)
  private let sleeping = Atomic(0)

  var isRaised: Bool { raised.load(ordering: .acquiring) }

  /// The number of threads in `sleep`, 0 or more.
  var sleepers: Int { sleeping.load(ordering: .acquiring) }

  /// - Throws: ``ServiceError`` when the system has no pipe left.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ServiceError("cannot create a pipe: \(systemErrorText()); close other programs")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    // Nobody can be polling any more: a thread that polls holds a reference.
    close(readEnd)
    close(writeEnd)
  }

  func raise() {
    guard !raised.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Sleeps for the time, or until the flag is raised.
  func sleep(for duration: Duration) {
    guard duration > .zero else { return }
    sleeping.wrappingAdd(1, ordering: .acquiringAndReleasing)
    defer { sleeping.wrappingSubtract(1, ordering: .acquiringAndReleasing) }
    let end = ContinuousClock.now + duration
    while !isRaised {
      let rest = end - .now
      guard rest > .zero else { return }
      // `poll` counts in whole milliseconds; what is left below that is slept for as it is.
      let milliseconds =
        rest.components.attoseconds / 1_000_000_000_000_000
        + min(rest.components.seconds, 3600) * 1000
      if milliseconds > 0 {
        _ = wait(for: nil, milliseconds: Int32(milliseconds))
      } else {
        Thread.sleep(forTimeInterval: Double(rest.components.attoseconds) / 1e18)
      }
    }
  }

  /// Waits until the socket has something to read; false when the time is up or the flag raised.
  func waitUntilReadable(_ socket: Socket, milliseconds: Int32) -> Bool {
    wait(for: socket, milliseconds: milliseconds)
  }

  private func wait(for socket: Socket?, milliseconds: Int32) -> Bool {
    var polled = [
      pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is ignored.
      pollfd(fd: socket?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    return poll(&polled, nfds_t(polled.count), milliseconds) > 0 && polled[1].revents != 0
  }
}
