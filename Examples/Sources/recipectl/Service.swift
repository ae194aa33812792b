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

/// The service over HTTP, one connection for each request.
///
/// By a plain socket: `URLSession` takes longer to load on Linux than everything else that a command does.
struct Service {
  let address: String
  private let host: String
  private let port: UInt16

  init(_ environment: [String: String]) throws {
    address =
      environment["RECIPES_URL"].flatMap { $0.isEmpty ? nil : $0 } ?? "http://127.0.0.1:8080"
    guard let url = URL(string: address), url.scheme == "http", let host = url.host else {
      throw CommandFailure.usage(
        "RECIPES_URL must be an address like http://127.0.0.1:8080 (was \"\(address)\")"
      )
    }
    self.host = host
    port = url.port.flatMap { UInt16(exactly: $0) } ?? 80
  }

  /// Sends a request, and gives the body of an answer of success.
  func request(_ method: String, _ path: String, body: Data = Data()) throws -> Data {
    let socket = try connection()
    defer { close(socket) }
    let head = [
      "\(method) \(path) HTTP/1.1", "Host: \(host):\(port)", "Connection: close",
      "Content-Type: application/json", "Content-Length: \(body.count)", "", "",
    ].joined(separator: "\r\n")
    try send(Array(head.utf8) + body, to: socket)
    let answer = try received(from: socket)
    guard let end = answer.range(of: Data("\r\n\r\n".utf8)),
      let status = Int(String(decoding: answer.prefix(12).suffix(3), as: UTF8.self))
    else { throw CommandFailure.unavailable("\(address) gave no answer") }
    let content = Data(answer[end.upperBound...])
    let length = contentLength(String(decoding: answer[..<end.lowerBound], as: UTF8.self))
    guard content.count >= length ?? 0 else {
      throw CommandFailure.unavailable("the answer of \(address) broke off")
    }
    guard (200..<300).contains(status) else {
      let text = String(decoding: content, as: UTF8.self)
      throw CommandFailure.unavailable("\(method) \(path) was answered with \(status): \(text)")
    }
    return content
  }

  private func contentLength(_ head: String) -> Int? {
    let name = "content-length:"
    let line = head.lowercased().split(whereSeparator: \.isNewline).first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.dropFirst(name.count).filter { $0 != " " }) }
  }

  private func connection() throws -> Int32 {
    #if canImport(Darwin)
    let stream = SOCK_STREAM
    #else
    let stream = Int32(SOCK_STREAM.rawValue)
    #endif
    var hints = addrinfo()
    hints.ai_socktype = stream
    var list: UnsafeMutablePointer<addrinfo>?
    getaddrinfo(host, "\(port)", &hints, &list)
    defer { list.map { freeaddrinfo($0) } }
    var entry = list
    while let candidate = entry {
      let socket = socket(candidate.pointee.ai_family, stream, 0)
      var limit = timeval(tv_sec: 10, tv_usec: 0)
      let size = socklen_t(MemoryLayout<timeval>.size)
      setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
      setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
      if connect(socket, candidate.pointee.ai_addr, candidate.pointee.ai_addrlen) == 0 {
        return socket
      }
      close(socket)
      entry = candidate.pointee.ai_next
    }
    throw CommandFailure.unavailable("nothing answers at \(address); start recipe-service")
  }

  private func send(_ bytes: [UInt8], to socket: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { throw CommandFailure.unavailable("\(address) hung up") }
      rest = rest.dropFirst(count)
    }
  }

  private func received(from socket: Int32) throws -> Data {
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(socket, $0.baseAddress, $0.count) }
      if count < 0 {
        switch errno {
        case EINTR: continue
        case EAGAIN, EWOULDBLOCK:
          throw CommandFailure.unavailable("\(address) did not answer within 10 s")
        default: throw CommandFailure.unavailable("\(address) hung up")
        }
      }
      guard count > 0 else { return answer }
      answer += buffer.prefix(count)
    }
  }
}
