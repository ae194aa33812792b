// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct HdrPayloadTests {
  /// The header, of which the length of the counts and the highest value are given.
  private func plain(_ numbers: [UInt8], highest: Int64 = 1 << 42 - 1) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(bigEndian: UInt32(0x1C84_9313))
    bytes.append(bigEndian: UInt32(numbers.count))
    bytes.append(bigEndian: UInt32(0))
    bytes.append(bigEndian: UInt32(3))
    bytes.append(bigEndian: Int64(1))
    bytes.append(bigEndian: highest)
    // 1.0 as IEEE 754.
    bytes.append(bigEndian: UInt64(0x3FF0_0000_0000_0000))
    return bytes + numbers
  }

  private func compressed(_ plain: [UInt8]) -> [UInt8] {
    let stream = Zlib.store(plain)
    var bytes: [UInt8] = []
    bytes.append(bigEndian: UInt32(0x1C84_9314))
    bytes.append(bigEndian: UInt32(stream.count))
    return bytes + stream
  }

  @Test func emptyHistogramHasOneZero() {
    #expect(HdrPayload.encode([]) == compressed(plain([0])))
    #expect(HdrPayload.encode([BucketCount(index: 9, count: 0)]) == compressed(plain([0])))
  }

  @Test func zerosBetweenCountsAreRuns() {
    let counts = [
      BucketCount(index: 1, count: 1), BucketCount(index: 2, count: 3),
      BucketCount(index: 6, count: 100),
    ]
    // One zero is a count 0; 1 → 2, 3 → 6, three zeros → −3 → 5, 100 → 200 = 1·128 + 72.
    #expect(HdrPayload.encode(counts) == compressed(plain([0, 2, 6, 5, 0x80 | 72, 1])))
  }

  @Test func highestValueCoversTheLastCount() {
    let last = Bucket.index(of: 1 << 42)
    // last zeros, then a count of 1; −last as ZigZag.
    var numbers: [UInt8] = []
    ZigZag.append(-Int64(last), to: &numbers)
    ZigZag.append(1, to: &numbers)
    #expect(
      HdrPayload.encode([BucketCount(index: last, count: 1)])
        == compressed(plain(numbers, highest: Bucket.highestValue(at: last)))
    )
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func countsComeBack(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let wanted = [1, 10, 1_000, 3_000][Int(seed) - 1]
    let indices = Set((0..<wanted).map { _ in Int.random(in: 0..<Bucket.count, using: &generator) })
    let counts = indices.sorted().map {
      BucketCount(index: $0, count: Int(generator.next() >> UInt64.random(in: 14..<64)) + 1)
    }
    let read = try HdrPayload.decode(HdrPayload.encode(counts))
    #expect(read == counts.map(CountedRange.init), "seed \(seed)")
  }

  @Test func bucketsInDisorderTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = HdrPayload.encode([BucketCount(index: 2, count: 1), BucketCount(index: 1, count: 1)])
    }
    await #expect(processExitsWith: .failure) {
      _ = HdrPayload.encode([BucketCount(index: 2, count: 1), BucketCount(index: 2, count: 1)])
    }
  }
}
