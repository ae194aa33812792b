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

/// A connected socket of the system, which blocks for a slice of time at most.
///
/// A plain value: whoever owns it closes it, once. It does not outlive a change of the program (`exec`), and
/// writing to a peer that is gone does not raise SIGPIPE.
struct Socket {
  /// How long a call blocks before it looks whether it is to go on, in milliseconds.
  static let slice: Int32 = 50
  static let sliceNanoseconds = Int64(slice) * 1_000_000

  let descriptor: Int32

  /// What one call of `receive` or `send` brought.
  enum Progress: Equatable {
    case bytes(Int)
    /// The peer sends no more.
    case end
    /// Nothing within the slice.
    case nothing
    /// The number of the error.
    case failed(Int32)
  }

  /// Reads what is there, and waits for a first byte if nothing is.
  ///
  /// - Parameters:
  ///   - buffer: Where the bytes go, at least one.
  ///   - limit: How long to wait, in nanoseconds; beyond a slice it is a slice.
  /// - Returns: What came.
  func receive(into buffer: UnsafeMutableRawBufferPointer, within limit: Int64) -> Progress {
    var flags: Int32 = 0
    if limit < Self.sliceNanoseconds {
      // The timeout of the socket is a slice, which is too long now.
      guard isReady(Int16(POLLIN), within: limit) else { return .nothing }
      flags = Int32(MSG_DONTWAIT)
    }
    let count = recv(descriptor, buffer.baseAddress, buffer.count, flags)
    return count == 0 ? .end : Self.progress(count)
  }

  /// Writes what the system takes, and waits if it takes nothing.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, at least one.
  ///   - limit: How long to wait, in nanoseconds; beyond a slice it is a slice.
  /// - Returns: What was written.
  func send(_ bytes: UnsafeRawBufferPointer, within limit: Int64) -> Progress {
    #if canImport(Darwin)
    var flags: Int32 = 0  // SO_NOSIGPIPE is set on the socket instead.
    #else
    var flags = Int32(MSG_NOSIGNAL)
    #endif
    if limit < Self.sliceNanoseconds {
      guard isReady(Int16(POLLOUT), within: limit) else { return .nothing }
      flags |= Int32(MSG_DONTWAIT)
    }
    return Self.progress(systemSend(descriptor, bytes.baseAddress, bytes.count, flags))
  }

  /// Whether bytes, an end or an error have come, without waiting.
  var hasNews: Bool { isReady(Int16(POLLIN), within: 0) }

  /// Waits until bytes can be received or sent, or for an end.
  ///
  /// - Parameter limit: How long to wait, in nanoseconds; beyond a slice it is a slice.
  /// - Returns: What can be done without waiting; an end or an error is something to receive.
  func waitForEither(within limit: Int64) -> (canReceive: Bool, canSend: Bool) {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN) | Int16(POLLOUT), revents: 0)
    guard poll(&polled, 1, Self.milliseconds(limit)) > 0 else { return (false, false) }
    let canSend = polled.revents & Int16(POLLOUT) != 0
    return (polled.revents & ~Int16(POLLOUT) != 0, canSend)
  }

  /// Closes the socket.
  func close() { systemClose(descriptor) }

  /// Waits for an event, for an end of the connection or for the time; returns whether it was the time.
  private func isReady(_ event: Int16, within limit: Int64) -> Bool {
    var polled = pollfd(fd: descriptor, events: event, revents: 0)
    return poll(&polled, 1, Self.milliseconds(limit)) > 0
  }

  /// Rounded up, so that what is left below a millisecond is not waited for in a hot loop.
  private static func milliseconds(_ nanoseconds: Int64) -> Int32 {
    nanoseconds <= 0 ? 0 : Int32(min(nanoseconds / 1_000_000 + 1, Int64(slice)))
  }

  private static func progress(_ count: Int) -> Progress {
    guard count < 0 else { return .bytes(count) }
    switch errno {
    case EINTR, EAGAIN, EWOULDBLOCK: return .nothing
    case let code: return .failed(code)
    }
  }
}

// The names of these calls are also names of methods above.
private func systemSend(
  _ descriptor: Int32,
  _ bytes: UnsafeRawPointer?,
  _ count: Int,
  _ flags: Int32
) -> Int {
  send(descriptor, bytes, count, flags)
}

private func systemClose(_ descriptor: Int32) {
  _ = close(descriptor)
}
