// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct ProcessFactsTests {
  @Test(arguments: [
    ("0-1", 2), ("\t0-3,8\n", 5), ("0", 1), ("2-2", 1), ("0-3,8-11,15", 9), ("", 0), ("x", 0),
  ])
  func coresAreCountedFromTheKernelsList(text: String, expected: Int) {
    #expect(ProcessFacts.cores(inList: text) == expected)
  }

  @Test func thereIsACore() {
    #expect(ProcessFacts.cores >= 1)
  }
}
