// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct PeakMemoryTests {
  private let exact = PeakMemory(exactly: .kilobytes(59_432))
  private let seen = PeakMemory(seen: .megabytes(12), bound: .megabytes(120))
  private let unseen = PeakMemory(seen: nil, bound: .megabytes(120))

  @Test func textsSayWhatIsKnown() {
    #expect("\(exact)" == "59.4 MB" && exact.isExact)
    #expect("\(seen)" == "12.0 MB seen, at most 120 MB" && !seen.isExact)
    #expect("\(unseen)" == "at most 120 MB" && !unseen.isExact)
  }

  @Test func whatWasSeenIsNotAboveTheBound() {
    #expect(PeakMemory(seen: .megabytes(5), bound: .megabytes(4)).bound == .megabytes(5))
  }

  @Test func ofSeveralTheLargestOfEachCounts() {
    #expect(exact.larger(seen) == PeakMemory(seen: .kilobytes(59_432), bound: .megabytes(120)))
    #expect(seen.larger(unseen) == seen && unseen.larger(unseen) == unseen)
  }
}
