// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A server that gives one short answer to every request, in one loop over all connections.
///
/// It prints its port, and ends when its input does: with the process that started it.
@main
struct LoopbackService {
  /// With a header for clients of HTTP/1.0, as `ab` is one, which close otherwise.
  private static let answer = Array(
    """
    HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Type: text/plain\r\n\
    Content-Length: 17\r\n\r\n{"status": "up"}\n
    """.utf8
  )

  static func main() {
    guard let listener = listen() else { exit(1) }
    // Input, listener, connections.
    var polled = [pollfd(fd: 0, events: Int16(POLLIN), revents: 0)]
    polled.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while poll(&polled, nfds_t(polled.count), -1) >= 0 {
      guard polled[0].revents == 0 else { return }
      for index in polled.indices.dropFirst(2) where polled[index].revents != 0 {
        guard serve(polled[index].fd, &buffer) else {
          close(polled[index].fd)
          polled[index].fd = -1
          continue
        }
      }
      polled.removeAll { $0.fd < 0 }
      if polled[1].revents != 0, let connection = accepted(listener) {
        polled.append(pollfd(fd: connection, events: Int16(POLLIN), revents: 0))
      }
    }
  }

  /// Answers the request that has come; these clients send each in one piece.
  private static func serve(_ connection: Int32, _ buffer: inout [UInt8]) -> Bool {
    guard recv(connection, &buffer, buffer.count, 0) > 0 else { return false }
    return send(connection, answer, answer.count, Int32(bitPattern: 0x4000)) == answer.count
  }

  private static func listen() -> Int32? {
    #if canImport(Glibc)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && systemListen(listener) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isReady else { return nil }
    print(UInt16(bigEndian: address.sin_port))
    fflush(nil)
    return listener
  }

  private static func accepted(_ listener: Int32) -> Int32? {
    let connection = accept(listener, nil, nil)
    guard connection >= 0 else { return nil }
    var one: Int32 = 1
    setsockopt(
      connection,
      Int32(IPPROTO_TCP),
      TCP_NODELAY,
      &one,
      socklen_t(MemoryLayout<Int32>.size)
    )
    return connection
  }
}

private func systemListen(_ listener: Int32) -> Int32 { listen(listener, 512) }
