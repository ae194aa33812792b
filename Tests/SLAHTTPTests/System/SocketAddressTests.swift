// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct SocketAddressTests {
  @Test(arguments: ["127.0.0.1", "localhost"])
  func hostsHaveAddresses(host: String) throws {
    let addresses = try SocketAddress.resolve(host, port: 0x1234)
    // The port comes after the family, its high byte first.
    #expect(!addresses.isEmpty && addresses.allSatisfy { $0.bytes[2...3] == [0x12, 0x34] })
    #expect(Set(addresses).count == addresses.count && !addresses[0].isLocal)
  }

  @Test func unixSocketsHaveShortPaths() throws {
    let address = try SocketAddress.local("/run/kitchen.sock")
    #expect(address.isLocal)
    #expect(String(decoding: address.bytes, as: UTF8.self).contains("/run/kitchen.sock\0"))
    for path in ["", "a\0b", String(repeating: "x", count: 108)] {
      let failure = #expect(throws: HTTPFailure.self) { try SocketAddress.local(path) }
      #expect(failure?.code == .address)
    }
  }
}
