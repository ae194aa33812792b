// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATestSupport
import Testing

@testable import SLAHTTP

#if canImport(Glibc)
import Glibc
#endif

/// Descriptors: none is left behind, whatever becomes of the connection.
@Suite(.serialized) struct SocketTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"

  /// 10,000 connections with `SLA_FULL=1`.
  private static let connections =
    ProcessInfo.processInfo.environment["SLA_FULL"] == "1" ? 10_000 : 1_000

  #if os(Linux)
  /// The sockets of this process that are connected to, or were opened for, a port.
  private func sockets(of port: UInt16) throws -> Int {
    let hex = String(port, radix: 16, uppercase: true)
    let suffix = ":" + String(repeating: "0", count: 4 - hex.count) + hex
    let lines = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n")
    let inodes = lines.dropFirst().map { $0.split(separator: " ") }
      .filter { $0[2].hasSuffix(suffix) && $0[9] != "0" }.map { "socket:[\($0[9])]" }
    let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    let targets = files.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    return Set(targets).intersection(inodes).count
  }

  @Test func noDescriptorIsLeft() async throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send(Self.ok)
    }
    defer { server.stop() }
    let target = try HTTPTarget(server.url)
    let count = Self.connections / 2
    let opened = try await blocking {
      let one = try target.session()
      for _ in 0..<count { try one.get("/") }
      for number in 0..<count {
        let session = try target.session()
        try session.get("/")
        if number.isMultiple(of: 2) { session.close() }
      }
      return one.counts.connections
    }
    #expect(opened == count)
    #expect(try sockets(of: server.port) == 0)
  }

  @Test func noDescriptorIsLeftByFailures() throws {
    let server = try LoopbackServer { peer in
      peer.request()
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")
    }
    let target = try HTTPTarget(server.url)
    for _ in 0..<100 { #expect(throws: HTTPFailure.self) { try target.session().get("/") } }
    server.stop()
    for _ in 0..<100 { #expect(throws: HTTPFailure.self) { try target.session().get("/") } }
    #expect(try sockets(of: server.port) == 0)
  }
  #endif

  @Test func descriptorIsClosedInChildren() throws {
    let server = try LoopbackServer { $0.waitForEnd() }
    defer { server.stop() }
    let socket = try Self.connect(server)
    defer { socket.close() }
    #expect(fcntl(socket.descriptor, F_GETFD) & FD_CLOEXEC != 0)
    #expect(fcntl(socket.descriptor, F_GETFL) & O_NONBLOCK == 0)
  }

  /// The process is alive after writing to who is gone.
  @Test func writingToWhoIsGoneFails() throws {
    let server = try LoopbackServer { $0.resetAtEnd() }
    defer { server.stop() }
    let socket = try Self.connect(server)
    defer { socket.close() }
    let bytes = [UInt8](repeating: 0x41, count: 1 << 16)
    var progress = Socket.Progress.nothing
    for _ in 0..<10_000 {
      progress = bytes.withUnsafeBytes { socket.send($0, within: 1_000_000_000) }
      if case .failed = progress { break }
    }
    #expect(progress == .failed(EPIPE) || progress == .failed(ECONNRESET))
  }

  @Test func waitingHasALimit() async throws {
    let server = try LoopbackServer { $0.waitForEnd() }
    defer { server.stop() }
    let socket = try Self.connect(server)
    defer { socket.close() }
    let progress = try await blocking {
      var room = [UInt8](repeating: 0, count: 16)
      return [Int64(-1), 0, 1, 2_000_000, 1 << 60].map { limit in
        room.withUnsafeMutableBytes { socket.receive(into: $0, within: limit) }
      }
    }
    #expect(progress.allSatisfy { $0 == .nothing } && !socket.hasNews)
  }

  static func connect(_ server: LoopbackServer) throws -> Socket {
    let addresses = try SocketAddress.resolve("127.0.0.1", port: server.port)
    return try Socket.connect(to: addresses[0], until: .max, unless: { false })
  }
}
