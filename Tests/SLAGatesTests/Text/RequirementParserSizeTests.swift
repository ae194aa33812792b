// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct RequirementParserSizeTests {
  @Test(arguments: [
    ("7 B", 7), ("7 kB", 7_000), ("1.5MB", 1_500_000), ("2 GB", 2_000_000_000), ("1 KiB", 1_024),
    ("64 MiB", 64 << 20), ("1 GiB", 1 << 30), ("1e3 kB", 1_000_000), ("0.4 B", 0),
    ("9223372036854775807 B", Int.max),
  ])
  func sizesAreRead(text: String, expected: Int) throws {
    #expect(
      try Requirement(parsing: "memory peak < \(text)")
        == (Metric.peakMemory < ByteSize(bytes: expected))
    )
  }

  @Test(arguments: [
    """
    line 1, column 18: found "MBytes"; there could stand: GB, MB, kB, B, KiB, MiB, GiB
      memory peak < 64 MBytes
                       ^
    """,
    """
    line 1, column 15: a size must be below 9.2 exabytes
      memory peak < 1e20 B
                    ^
    """,
    """
    line 1, column 15: a size must not be negative
      memory peak < -1 B
                    ^
    """,
  ])
  func faultsPointAtTheirPlace(expected: String) throws {
    try expectFault(expected)
  }
}
