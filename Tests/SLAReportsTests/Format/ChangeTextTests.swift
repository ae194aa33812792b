// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAReports

@Suite struct ChangeTextTests {
  @Test(arguments: [
    (-0.378, "−37.8 %"), (0.097, "+9.7 %"), (0, "0.0 %"), (-0.0004, "0.0 %"), (2.5, "+250.0 %"),
  ])
  func changesHaveASign(change: Double, text: String) {
    #expect(ChangeText.percent(change) == text)
  }

  @Test func intervalsHaveAsManyDigitsAsTheyNeed() {
    #expect(ChangeText.interval(-0.42 ... -0.33) == "−42 % to −33 %")
    #expect(ChangeText.interval(0.003...0.14) == "+0.3 % to +14.0 %")
    #expect(ChangeText.interval(-0.381 ... -0.375) == "−38.1 % to −37.5 %")
  }
}
