// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct HistogramPartsTests {
  @Test func givenSamplesAreExactHoweverMany() {
    let histogram = Histogram(of: (0..<20_000).reversed().map { Int64($0) } + [-1, -2])
    #expect(
      histogram.isExact && histogram.count == 20_000 && histogram.irregularities.negative == 2
    )
    #expect(histogram.minimum == 0 && histogram.maximum == 19_999)
    #expect(histogram.mean == 10_000)  // 9,999.5 rounds up
    #expect(histogram.samples.first == 19_999)
  }

  @Test func durationsBeyondTheRangeAreCountedAndKept() {
    // 2^42 ns is the first beyond; 2^42 − 1 is not.
    let histogram = Histogram(of: [1 << 42 - 1, 1 << 42, .max])
    #expect(histogram.irregularities.beyondRange == 2 && histogram.count == 3)
  }
}
