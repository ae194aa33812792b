// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import Testing

/// Reads the text that a printed fault shows, and expects that fault.
func expectFault(
  _ expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let text = String(try #require(lines.dropFirst().first).dropFirst(2))
  let error = #expect(throws: RequirementError.self, sourceLocation: sourceLocation) {
    try Requirement(parsing: text)
  }
  #expect(error?.description == expected, sourceLocation: sourceLocation)
}
