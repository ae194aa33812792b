// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import Testing

@Suite struct ThreadStripeTests {
  @Test func stripesAreInTheirRangeAndThreadsSpreadOverThem() async {
    let stripes = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          await withCheckedContinuation { continuation in
            Thread {
              // So that all of them are there at once, each with a stack of its own.
              Thread.sleep(forTimeInterval: 0.1)
              continuation.resume(returning: ThreadStripe.current)
            }.start()
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(stripes.allSatisfy { (0..<ThreadStripe.count).contains($0) })
    #expect(Set(stripes).count > 1)
  }
}
