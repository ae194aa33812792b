// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// One connection, as the server of a test sees it.
package final class LoopbackPeer {
  private let server: LoopbackServer
  private let descriptor: Int32
  private var arrived: [UInt8] = []

  init(_ server: LoopbackServer, _ descriptor: Int32) {
    self.server = server
    self.descriptor = descriptor
    var one: Int32 = 1
    setsockopt(
      descriptor,
      Int32(IPPROTO_TCP),
      TCP_NODELAY,
      &one,
      socklen_t(MemoryLayout<Int32>.size)
    )
  }

  /// Reads the next request to the end of its body.
  ///
  /// - Returns: Its bytes, or `nil` if the client sends no more.
  @discardableResult
  package func request() -> String? {
    while true {
      if let length = requestLength {
        let text = String(decoding: arrived[..<length], as: UTF8.self)
        arrived.removeFirst(length)
        server.note(text)
        return text
      }
      guard receive() else { return nil }
    }
  }

  private var requestLength: Int? {
    let end = Array("\r\n\r\n".utf8)
    guard let range = arrived.firstRange(of: end) else { return nil }
    let head = String(decoding: arrived[..<range.upperBound], as: UTF8.self)
    let length = head.split(separator: "\r\n")
      .first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
    let whole = range.upperBound + (length ?? 0)
    return arrived.count >= whole ? whole : nil
  }

  /// Reads so many bytes at most, and forgets them; returns whether there were any.
  package func readSome(_ count: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: count)
    return recv(descriptor, &buffer, count, 0) > 0
  }

  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    arrived += buffer[..<count]
    return true
  }

  /// Sends bytes; returns whether the client took them.
  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends bytes; returns whether the client took them.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    #if canImport(Darwin)
    let flags: Int32 = 0
    #else
    let flags = Int32(MSG_NOSIGNAL)
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemSend(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent, flags)
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Sends a text byte by byte, with a pause before each; returns whether the client took them.
  @discardableResult
  package func drip(_ text: String, every pause: Duration) -> Bool {
    text.utf8.allSatisfy { byte in
      self.pause(pause)
      return send([byte])
    }
  }

  /// Does nothing for a while, or until the server stops.
  package func pause(_ duration: Duration) {
    let end = ContinuousClock.now + duration
    while ContinuousClock.now < end, !server.isStopped {
      let rest = min((end - .now) / .microseconds(1), 10_000)
      usleep(UInt32(max(rest, 1)))
    }
  }

  /// Waits until the client closes, or the server stops.
  package func waitForEnd() { while receive() {} }

  /// Tells the client that nothing more will be sent.
  package func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Lets the connection end in a reset rather than in good order.
  package func resetAtEnd() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_LINGER,
      &option,
      socklen_t(MemoryLayout<linger>.size)
    )
  }
}

private func systemSend(
  _ descriptor: Int32,
  _ bytes: UnsafeRawPointer?,
  _ count: Int,
  _ flags: Int32
) -> Int {
  send(descriptor, bytes, count, flags)
}
