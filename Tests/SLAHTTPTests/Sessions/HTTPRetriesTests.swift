// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HTTPRetriesTests {
  @Test func retriesOfAllThreadsAreCounted() async {
    let retries = HTTPRetries()
    #expect(retries.count == 0)
    await withTaskGroup { group in
      for _ in 0..<4 { group.addTask { for _ in 0..<1_000 { retries.add() } } }
    }
    #expect(retries.count == 4_000)
  }
}
