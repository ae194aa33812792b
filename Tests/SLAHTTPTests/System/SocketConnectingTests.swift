// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATestSupport
import Testing

@testable import SLAHTTP

@Suite struct SocketConnectingTests {
  @Test func refusalIsTold() throws {
    let server = try LoopbackServer { $0.waitForEnd() }
    let address = try SocketAddress.resolve("127.0.0.1", port: server.port)[0]
    server.stop()
    #expect(throws: Socket.ConnectFault.system(POSIXErrorCode.ECONNREFUSED.rawValue)) {
      try Socket.connect(to: address, until: .max, unless: { false })
    }
  }

  @Test(arguments: [false, true])
  func waitingIsGivenUp(isGivenUp: Bool) throws {
    let path = "\(NSTemporaryDirectory())/sla-\(UUID().uuidString.prefix(8)).sock"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try FullQueue(path)
    defer { queue.close() }
    let address = try SocketAddress.local(path)
    #expect(throws: Socket.ConnectFault.givenUp) {
      try Socket.connect(to: address, until: isGivenUp ? .max : 0, unless: { isGivenUp })
    }
  }
}
