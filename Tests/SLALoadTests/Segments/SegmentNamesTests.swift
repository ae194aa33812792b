// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLALoad

@Suite struct SegmentNamesTests {
  @Test func namesAreToldApartByOperation() {
    let names = SegmentNames()
    #expect(!names.isWatched(0) && !names.isWatched(3))
    #expect(names.number(of: "store", in: 0) == 0)
    #expect(names.number(of: "store", in: 3) == 1)
    #expect(names.number(of: "store", in: 0) == 0)
    #expect(names.isWatched(0) && names.isWatched(3) && !names.isWatched(1))
  }

  @Test func furtherNamesOfAnOperationAreCountedTogether() {
    let names = SegmentNames()
    for number in 0..<SegmentNames.limit { _ = names.number(of: "\(number)", in: 0) }
    let further = names.number(of: "one more", in: 0)
    #expect(further == SegmentNames.limit && names.number(of: "another", in: 0) == further)
    #expect(names.number(of: "another", in: 1) == further + 1)
    #expect(names.list[further] == .init(operation: 0, segment: SegmentNames.further))
    #expect(names.number(of: "7", in: 0) == 7)
  }
}
