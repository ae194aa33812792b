// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A TCP socket of the system.
///
/// No call blocks but for as long as it is told to. A plain value: whoever is told to own a socket closes it, once.
struct Socket: Sendable, Hashable {
  let descriptor: Int32

  /// Ends both directions, which wakes a thread that waits in `receive` or `send`.
  func shutdown() {
    _ = systemShutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Tells the peer that nothing more will be sent.
  func finishSending() {
    _ = systemShutdown(descriptor, Int32(SHUT_WR))
  }

  func close() {
    _ = systemClose(descriptor)
  }
}

// MARK: - Data

extension Socket {
  /// What one call of `receive` brought.
  enum Received: Equatable {
    case bytes(Int)
    case end
    case timeout
    case failed
  }

  /// Reads what is there into the buffer, waiting for the first byte as long as given.
  func receive(into buffer: inout [UInt8], within limit: Duration = .zero) -> Received {
    if limit > .zero { wait(for: Int16(POLLIN), limit) }
    while true {
      let count = buffer.withUnsafeMutableBytes {
        recv(descriptor, $0.baseAddress, $0.count, 0)
      }
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: return .timeout
      default: return .failed
      }
    }
  }

  /// Sends all bytes, or returns false when the peer is gone or has not taken them in time.
  ///
  /// There is one deadline for all of them: a peer that reads a little now and then does not move
  /// it.
  func send(_ bytes: [UInt8], within limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    #if canImport(Darwin)
    let flags: Int32 = 0  // SO_NOSIGPIPE is set on the socket instead.
    #else
    let flags = Int32(MSG_NOSIGNAL)
    #endif
    return bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let count = systemSend(descriptor, rest.baseAddress, rest.count, flags)
        if count > 0 {
          sent += count
          continue
        }
        switch errno {
        case EINTR where count < 0:
          continue
        case EAGAIN where count < 0, EWOULDBLOCK where count < 0:
          let left = deadline - .now
          guard left > .zero else { return false }
          wait(for: Int16(POLLOUT), left)
        default:
          return false
        }
      }
      return true
    }
  }

  /// Discards what has arrived, without waiting, so that closing does not reset the connection.
  func discardArrived() {
    var scratch = [UInt8](repeating: 0, count: 16_384)
    for _ in 0..<64 {
      guard case .bytes = receive(into: &scratch) else { return }
    }
  }

  /// Waits for an event, for an end of the connection, or for the time; rarely for none of them.
  private func wait(for event: Int16, _ limit: Duration) {
    var polled = pollfd(fd: descriptor, events: event, revents: 0)
    let (seconds, attoseconds) = limit.components
    // Rounded up, so that what is left below a millisecond is not waited for in a hot loop.
    let milliseconds = min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    _ = poll(&polled, 1, Int32(milliseconds))
  }
}

// MARK: - Listening

extension Socket {
  /// What one call of `accept` brought.
  enum Accepted {
    case connection(Socket)
    /// Nobody is waiting any more; poll again.
    case none
    /// The system refuses, such as for lack of descriptors; wait before the next try.
    case exhausted
  }

  /// Binds a port on 127.0.0.1 and listens on it, without blocking in `accept`.
  ///
  /// - Throws: ``ServiceError`` with the port, the cause and a way out.
  static func listening(onLoopbackPort port: UInt16, backlog: Int32) throws -> Socket {
    #if canImport(Glibc)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else {
      throw ServiceError("cannot create a socket: \(systemErrorText()); close other programs")
    }
    let listener = Socket(descriptor: descriptor)
    listener.prepare()
    listener.set(SOL_SOCKET, SO_REUSEADDR)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    let isBound = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound, listen(descriptor, backlog) == 0 else {
      let cause = systemErrorText()
      listener.close()
      throw ServiceError(
        "cannot listen on 127.0.0.1:\(port): \(cause); "
          + "choose a free port, or 0 to let the system choose"
      )
    }
    return listener
  }

  /// The port that the socket is bound to, or nil when the system does not tell.
  var boundPort: UInt16? {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    return result == 0 ? UInt16(bigEndian: address.sin_port) : nil
  }

  /// Takes the next waiting connection and sets its options.
  func accept() -> Accepted {
    let accepted = systemAccept(descriptor)
    guard accepted >= 0 else {
      switch errno {
      case EAGAIN, EWOULDBLOCK, EINTR, ECONNABORTED, EPROTO: return .none
      default: return .exhausted
      }
    }
    let connection = Socket(descriptor: accepted)
    connection.prepare()
    connection.set(Int32(IPPROTO_TCP), TCP_NODELAY)
    return .connection(connection)
  }

  /// Keeps calls from blocking, child processes from inheriting the socket, and the process from
  /// dying of SIGPIPE.
  private func prepare() {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
    set(SOL_SOCKET, SO_NOSIGPIPE)
    #endif
  }

  private func set(_ level: Int32, _ option: Int32) {
    withUnsafeBytes(of: Int32(1)) {
      _ = setsockopt(descriptor, level, option, $0.baseAddress, socklen_t($0.count))
    }
  }
}

// MARK: - System calls

/// The text of the last system error of this thread.
func systemErrorText() -> String {
  String(cString: strerror(errno))
}

// The names of these calls are also names of methods above.
private func systemShutdown(_ descriptor: Int32, _ how: Int32) -> Int32 {
  shutdown(descriptor, how)
}

private func systemClose(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}

private func systemSend(
  _ descriptor: Int32,
  _ bytes: UnsafeRawPointer?,
  _ count: Int,
  _ flags: Int32
) -> Int {
  send(descriptor, bytes, count, flags)
}

private func systemAccept(_ descriptor: Int32) -> Int32 {
  accept(descriptor, nil, nil)
}
