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

/// A client that sends any bytes it is told to, right or wrong.
///
/// Every call that can block has a timeout, so that no test can hang.
struct RawClient {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let timeoutSeconds = 20
  private let descriptor: Int32
  /// What has been received, but not read.
  private var received: [UInt8] = []

  /// - Parameters:
  ///   - port: The port on 127.0.0.1.
  ///   - receiveBuffer: The bytes that the system is to keep for this client; its default if nil.
  /// - Throws: ``Failure`` when nobody listens on the port.
  init(port: UInt16, receiveBuffer: Int32? = nil) throws {
    #if canImport(Glibc)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw Failure(description: "no socket: errno \(errno)") }
    set(SO_RCVTIMEO, to: timeval(tv_sec: time_t(Self.timeoutSeconds), tv_usec: 0))
    set(SO_SNDTIMEO, to: timeval(tv_sec: time_t(Self.timeoutSeconds), tv_usec: 0))
    if let receiveBuffer { set(SO_RCVBUF, to: receiveBuffer) }
    #if canImport(Darwin)
    set(SO_NOSIGPIPE, to: Int32(1))
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    let result = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      close()
      throw Failure(description: "no connection to port \(port): errno \(code)")
    }
  }

  /// Sends everything; false when the service has closed the connection.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    #if canImport(Darwin)
    let flags: Int32 = 0
    #else
    let flags = Int32(MSG_NOSIGNAL)
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { systemSend(descriptor, $0, flags) }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool {
    send(Array(text.utf8))
  }

  func finishSending() {
    _ = shutdown(descriptor, Int32(SHUT_WR))
  }

  func close() {
    systemClose(descriptor)
  }

  /// Closes in a way that resets the connection.
  func abort() {
    set(SO_LINGER, to: linger(l_onoff: 1, l_linger: 0))
    close()
  }

  // MARK: Reading

  /// Reads one response; nil at the end of the connection.
  ///
  /// - Throws: ``Failure`` when nothing comes, or nothing that is a response.
  mutating func response(toHead: Bool = false) throws -> RawResponse? {
    while true {
      if let (response, count) = try RawResponse.first(in: received, toHead: toHead) {
        received.removeFirst(count)
        return response
      }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
      } else if count == 0 || errno == ECONNRESET {
        guard received.isEmpty else { throw Failure(description: "the response was cut") }
        return nil
      } else if errno != EINTR {
        throw Failure(description: "no response: errno \(errno)")
      }
    }
  }

  private func set<Value: BitwiseCopyable>(_ option: Int32, to value: Value) {
    withUnsafeBytes(of: value) {
      _ = setsockopt(descriptor, SOL_SOCKET, option, $0.baseAddress, socklen_t($0.count))
    }
  }
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int
{
  send(descriptor, bytes.baseAddress, bytes.count, flags)
}

private func systemClose(_ descriptor: Int32) {
  _ = close(descriptor)
}
