// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct Adler32Tests {
  @Test func knownSums() {
    #expect(Adler32.checksum([]) == 1)
    // a = 1 + 97 = 98, b = 98.
    #expect(Adler32.checksum([97]) == 98 << 16 | 98)
    #expect(Adler32.checksum(Array("Wikipedia".utf8)) == 0x11E6_0398)
  }

  /// n bytes of 255: a = 1 + 255 n, b = n + 255 n (n + 1) / 2, both modulo 65,521.
  @Test(arguments: [5_552, 8_191, 8_192, 8_193, 100_000])
  func largestBytesDoNotOverflow(count: UInt64) {
    let a = (1 + 255 * count) % 65_521
    let b = (count + 255 * count * (count + 1) / 2) % 65_521
    let bytes = [UInt8](repeating: 255, count: Int(count))
    #expect(Adler32.checksum(bytes) == UInt32(b << 16 | a))
  }
}
