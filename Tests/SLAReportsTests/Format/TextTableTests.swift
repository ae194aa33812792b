// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAReports

@Suite struct TextTableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    var table = TextTable([.left, .right, .left])
    table.add(["name", "n", ""])
    table.add(["GET /health", "1,000", "µs"])
    #expect(table.lines == ["name             n", "GET /health  1,000  µs"])
  }

  @Test func emptyTableHasNoLines() {
    #expect(TextTable([.left]).lines == [])
  }

  @Test func rowOfAnotherWidthTraps() async {
    await #expect(processExitsWith: .failure) {
      var table = TextTable([.left])
      table.add(["a", "b"])
    }
  }
}
