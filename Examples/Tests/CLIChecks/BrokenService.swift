// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A service whose answers are never whole.
final class BrokenService: Sendable {
  enum Fault: Sendable {
    /// It resets the connection instead of answering.
    case reset
    /// It ends the connection before the body has the length that it promised.
    case shortBody
  }

  private let listener: Int32
  let address: String

  init(_ fault: Fault) throws {
    #if canImport(Darwin)
    let listener = socket(AF_INET, SOCK_STREAM, 0)
    #else
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    self.listener = listener
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 8) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
    guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    Thread.detachNewThread {
      // Until the listener is shut down.
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Self.answer(connection, fault)
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func answer(_ connection: Int32, _ fault: Fault) {
    var request = [UInt8](repeating: 0, count: 4_096)
    _ = recv(connection, &request, request.count, 0)
    switch fault {
    case .reset:
      // Without a time to linger, closing is a reset.
      var lingering = linger(l_onoff: 1, l_linger: 0)
      let size = socklen_t(MemoryLayout<linger>.size)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &lingering, size)
    case .shortBody:
      let text = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"costMicrodollars\": 1}"
      let answer = Array(text.utf8)
      _ = send(connection, answer, answer.count, 0)
    }
    close(connection)
  }
}
