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

extension Socket {
  /// Why no connection came about.
  enum ConnectFault: Error, Equatable {
    /// The time is over, or the caller gave up.
    case givenUp
    /// The number of the error.
    case system(Int32)
  }

  /// Connects, without blocking for longer than a slice at a time.
  ///
  /// - Parameters:
  ///   - address: Where to.
  ///   - deadline: Until when, in nanoseconds of the monotonic clock.
  ///   - isGivenUp: Whether to stop waiting, asked after each slice.
  /// - Returns: The socket.
  /// - Throws: ``ConnectFault``; the descriptor is closed then.
  static func connect(
    to address: SocketAddress,
    until deadline: Int64,
    unless isGivenUp: () -> Bool
  ) throws(ConnectFault) -> Socket {
    let descriptor = systemSocket(address.family)
    guard descriptor >= 0 else { throw .system(errno) }
    let socket = Socket(descriptor: descriptor)
    do throws(ConnectFault) {
      try socket.connect(address, until: deadline, isGivenUp)
    } catch {
      socket.close()
      throw error
    }
    return socket
  }

  private func connect(
    _ address: SocketAddress,
    until deadline: Int64,
    _ isGivenUp: () -> Bool
  ) throws(ConnectFault) {
    let slice = timeval(tv_sec: 0, tv_usec: .init(Self.slice) * 1_000)
    set(SOL_SOCKET, SO_RCVTIMEO, slice)
    set(SOL_SOCKET, SO_SNDTIMEO, slice)
    #if canImport(Darwin)
    set(SOL_SOCKET, SO_NOSIGPIPE, Int32(1))
    #endif
    if !address.isLocal { set(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1)) }
    // To a Unix socket whose queue is full, a socket that does not block could not wait.
    if !address.isLocal { setBlocking(false) }
    while true {
      if start(address) == 0 { break }
      switch errno {
      case EISCONN: break
      case EINTR, EAGAIN:
        try goOn(until: deadline, isGivenUp)
        continue
      case EINPROGRESS, EALREADY: try waitUntilConnected(until: deadline, isGivenUp)
      case let code: throw .system(code)
      }
      break
    }
    if !address.isLocal { setBlocking(true) }
  }

  private func waitUntilConnected(
    until deadline: Int64,
    _ isGivenUp: () -> Bool
  ) throws(ConnectFault) {
    var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while true {
      let rest = deadline.saturatingSubtract(TimeSource.monotonic.nanoseconds())
      let milliseconds = max(0, min(rest / 1_000_000 + 1, Int64(Self.slice)))
      if poll(&polled, 1, Int32(milliseconds)) > 0 { break }
      try goOn(until: deadline, isGivenUp)
    }
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0, code == 0 else {
      throw .system(code == 0 ? errno : code)
    }
  }

  private func goOn(until deadline: Int64, _ isGivenUp: () -> Bool) throws(ConnectFault) {
    guard TimeSource.monotonic.nanoseconds() < deadline, !isGivenUp() else { throw .givenUp }
  }

  private func start(_ address: SocketAddress) -> Int32 {
    address.bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) {
        systemConnect(descriptor, $0.baseAddress, socklen_t(bytes.count))
      }
    }
  }

  private func setBlocking(_ isBlocking: Bool) {
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, isBlocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK)
  }

  private func set(_ level: Int32, _ option: Int32, _ value: some BitwiseCopyable) {
    withUnsafeBytes(of: value) {
      _ = setsockopt(descriptor, level, option, $0.baseAddress, socklen_t($0.count))
    }
  }
}

/// A socket for streams, closed in child processes.
private func systemSocket(_ family: Int32) -> Int32 {
  #if canImport(Glibc)
  socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
  #elseif canImport(Darwin)
  let descriptor = socket(family, SOCK_STREAM, 0)
  if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  return descriptor
  #else
  socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)
  #endif
}

private func systemConnect(
  _ descriptor: Int32,
  _ address: UnsafePointer<sockaddr>?,
  _ length: socklen_t
) -> Int32 {
  connect(descriptor, address, length)
}
