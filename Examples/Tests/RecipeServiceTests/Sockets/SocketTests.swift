// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch
import Foundation
import XCTest

@testable import RecipeService

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

final class SocketTests: XCTestCase {
  func testOneDeadlineForAllBytesHoweverThePeerReads() throws {
    let (socket, peer) = try pair()
    defer { socket.close() }
    let isDone = Guarded(false)
    let group = DispatchGroup()
    // A quarter of a megabyte each second: the whole would take a minute.
    try ServiceThread.start("reader", in: group) {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while !isDone.withLock({ $0 }) {
        _ = peer.receive(into: &buffer)
        Thread.sleep(forTimeInterval: 0.016)
      }
      peer.close()
    }
    XCTAssertFalse(socket.send([UInt8](repeating: 1, count: 16 << 20), within: .milliseconds(300)))
    isDone.withLock { $0 = true }
    XCTAssertEqual(group.wait(timeout: .now() + 30), .success)
  }

  func testSendsAllToAPeerThatReads() throws {
    let (socket, peer) = try pair()
    defer { peer.close() }
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let received = Guarded<[UInt8]>([])
    let group = DispatchGroup()
    try ServiceThread.start("reader", in: group) {
      var all: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 50_000)
      while case .bytes(let count) = peer.receive(into: &buffer, within: .seconds(30)) {
        all += buffer[..<count]
      }
      received.withLock { $0 = all }
    }
    XCTAssertTrue(socket.send(bytes, within: .seconds(30)))
    socket.close()
    XCTAssertEqual(group.wait(timeout: .now() + 30), .success)
    XCTAssert(received.withLock { $0 } == bytes)
  }

  func testReceiveWaitsNoLongerThanToldAndSeesTheEnd() throws {
    let (socket, peer) = try pair()
    defer { socket.close() }
    var buffer = [UInt8](repeating: 0, count: 8)
    XCTAssertEqual(socket.receive(into: &buffer), .timeout)
    let start = ContinuousClock.now
    XCTAssertEqual(socket.receive(into: &buffer, within: .milliseconds(30)), .timeout)
    XCTAssertGreaterThanOrEqual(ContinuousClock.now - start, .milliseconds(30))
    XCTAssertTrue(peer.send([7], within: .zero))
    XCTAssertEqual(socket.receive(into: &buffer, within: .seconds(30)), .bytes(1))
    peer.close()
    XCTAssertEqual(socket.receive(into: &buffer, within: .seconds(30)), .end)
    XCTAssertFalse(socket.send([7], within: .seconds(30)))
  }

  /// Two connected sockets that do not block.
  private func pair() throws -> (Socket, Socket) {
    #if canImport(Glibc)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    var ends: [Int32] = [-1, -1]
    try XCTSkipIf(socketpair(AF_UNIX, kind, 0, &ends) != 0, "no descriptors left")
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      #if canImport(Darwin)
      var isOn: Int32 = 1
      setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      #endif
    }
    return (Socket(descriptor: ends[0]), Socket(descriptor: ends[1]))
  }
}
