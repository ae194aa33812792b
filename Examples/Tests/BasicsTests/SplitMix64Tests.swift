// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import XCTest

final class SplitMix64Tests: XCTestCase {
  func testSplitMixGivesThePublishedNumbers() {
    // The first outputs for seed 0 of the reference program, prng.di.unimi.it/splitmix64.c.
    var random = SplitMix64(seed: 0)
    XCTAssertEqual(random.next(), 0xE220_A839_7B1D_CDAF)
    XCTAssertEqual(random.next(), 0x6E78_9E6A_A1B9_65F4)
  }
}
