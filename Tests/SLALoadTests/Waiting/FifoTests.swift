// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLALoad

@Suite struct FifoTests {
  /// Where something always waits too.
  @Test(arguments: [0, 1, 100]) func theOldestComesFirstAndNothingPilesUp(backlog: Int) {
    var queue = Fifo<Int>()
    for number in 0..<backlog { queue.append(number) }
    for number in 0..<10_000 {
      queue.append(backlog + number)
      #expect(queue.popFirst() == number)
      #expect(queue.placeCount <= 2 * backlog + 66)
    }
    for number in 0..<backlog { #expect(queue.popFirst() == 10_000 + number) }
    #expect(queue.popFirst() == nil && queue.placeCount == 0)
  }
}
