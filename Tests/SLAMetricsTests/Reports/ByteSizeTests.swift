// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct ByteSizeTests {
  @Test func unitsAreThoseOfThousandsAndOfPowersOfTwo() {
    #expect(ByteSize.kilobytes(2).bytes == 2_000 && ByteSize.megabytes(3).bytes == 3_000_000)
    #expect(ByteSize.kibibytes(2).bytes == 2_048 && ByteSize.mebibytes(3).bytes == 3_145_728)
    #expect(ByteSize.bytes(999) < .kilobytes(1))
  }

  @Test(arguments: [
    (ByteSize.megabytes(64), "64 MB"), (.kilobytes(1_500), "1500 kB"), (.bytes(4_096), "4096 B"),
    (.megabytes(2_000), "2 GB"), (.bytes(0), "0 B"), (.mebibytes(64), "67108864 B"),
  ])
  func theTextIsExact(size: ByteSize, text: String) {
    #expect("\(size)" == text)
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.00 kB"), (9_994, "9.99 kB"), (9_996, "10.0 kB"),
    (99_940, "99.9 kB"), (99_960, "100 kB"), (999_499, "999 kB"), (999_500, "1.00 MB"),
    (1_070_216_192, "1.07 GB"), (5_000_000_000_000, "5000 GB"),
  ])
  func theRoundedTextHasThreeDigits(bytes: Int, text: String) {
    #expect(ByteSize(bytes: bytes).roundedText == text)
  }

  @Test func impossibleSizesTrap() async {
    await #expect(processExitsWith: .failure) { _ = ByteSize.bytes(-1) }
    await #expect(processExitsWith: .failure) { _ = ByteSize.megabytes(-1) }
    await #expect(processExitsWith: .failure) { _ = ByteSize.mebibytes(.max) }
  }
}
