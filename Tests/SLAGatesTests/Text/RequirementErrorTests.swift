// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct RequirementErrorTests {
  private func fault(
    _ text: String,
    column: Int,
    _ expected: [String] = []
  ) -> RequirementError.Fault {
    .init(column: column, text: text, message: "something is wrong", expected: expected)
  }

  @Test func descriptionPointsAtTheColumn() {
    #expect(
      "\(fault("p95 < x", column: 7, ["a time", "nothing"]))" == """
        line 1, column 7: something is wrong; there could stand: a time, nothing
          p95 < x
                ^
        """
    )
  }

  @Test func noChoiceIsNotMentioned() {
    #expect("\(fault("x", column: 2))" == "line 1, column 2: something is wrong\n  x\n   ^")
    #expect("\(fault("", column: 1))" == "line 1, column 1: something is wrong\n  \n  ^")
  }

  /// A tab above and below is as wide.
  @Test func markStandsBelowItsPlaceBehindTabs() {
    #expect("\(fault("\tp95\tx", column: 6))".hasSuffix("\n  \tp95\tx\n  \t   \t^"))
  }

  @Test func textIsShownInOneLine() {
    #expect("\(fault("a\r\nb\nc", column: 5))".hasSuffix("\n  a b c\n      ^"))
  }

  @Test func faultsFollowEachOther() {
    let error = RequirementError([fault("a", column: 1), fault("b", column: 1)])
    #expect("\(error)" == "\(fault("a", column: 1))\n\(fault("b", column: 1))")
    #expect(error.faults.map(\.line) == [1, 1])
  }
}
