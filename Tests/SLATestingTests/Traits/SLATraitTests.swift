// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Synchronization
import Testing

@Suite(.serialized, .sla(.errorRate <= 0)) struct SLATraitTests {
  private static let runs = Atomic<Int>(0)

  @Test(.sla(.max <= .seconds(60))) func bodyRunsOnceWithoutALoad() {
    Self.runs.wrappingAdd(1, ordering: .relaxed)
  }

  @Test func theOneBeforeRanOnce() {
    #expect(Self.runs.load(ordering: .relaxed) == 1)
  }
}
