// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct BigEndianTests {
  @Test func mostSignificantByteIsFirst() throws {
    var bytes: [UInt8] = []
    bytes.append(bigEndian: UInt32(0x0102_0304))
    bytes.append(bigEndian: Int64(-2))
    #expect(bytes == [1, 2, 3, 4, 255, 255, 255, 255, 255, 255, 255, 254])
    let first: UInt32 = try bytes.bigEndian(at: 0, of: "a number")
    let second: Int64 = try bytes.bigEndian(at: 4, of: "a number")
    #expect(first == 0x0102_0304 && second == -2)
  }

  @Test(arguments: [0, 1, 5])
  func missingBytesAreAFailure(position: Int) {
    #expect(throws: DecodingFailure(.truncated("the cookie"))) {
      let _: UInt32 = try [1, 2, 3].bigEndian(at: position, of: "the cookie")
    }
  }
}
