// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting
import Testing

/// Bodies that count their runs; the last test of the serialized suite looks at the counts.
@Suite(.serialized) struct LoadTraitTests {
  private static let counts = Guarded<[String: Int]>([:])

  @discardableResult
  private func count(_ name: String) -> Int {
    Self.counts.withLock { counts in
      counts[name, default: 0] += 1
      return counts[name, default: 0]
    }
  }

  @Test(.load(.users(4, requests: 40)), .sla(.errorRate <= 0, .p95 <= .seconds(60)))
  func body() async throws {
    count("body")
    try await Task.sleep(for: .milliseconds(1))
  }

  @Test(.sla(.errorRate <= 0), .load(.sequential(7)))
  func order() { count("order") }

  @Test(.load(.users(2, requests: 6)), .sla(.errorRate <= 0), arguments: ["a", "b"])
  func argument(name: String) async throws {
    count(name)
    try await Task.sleep(for: .milliseconds(1))
  }

  /// Failures within the limit do not fail the test.
  @Test(.load(.users(2, requests: 20)), .sla(.errorRate <= 0.1))
  func failures() async throws {
    struct Refused: Error {}
    let number = count("failures")
    try await Task.sleep(for: .milliseconds(1))
    // One of twenty, within the limit.
    if number == 3 { throw Refused() }
  }

  /// Ends only if twenty bodies that hold their threads run at once.
  @Test(.load(.users(20, requests: 20), execution: .blocking), .sla(.errorRate <= 0))
  func blocking() {
    count("blocking")
    while Self.counts.withLock({ $0["blocking"] }) != 20 {}
  }

  @Test func everyBodyRanAsOftenAsAsked() {
    let counts = Self.counts.withLock(\.self)
    #expect(counts == ["body": 40, "order": 7, "a": 6, "b": 6, "failures": 20, "blocking": 20])
  }

  /// Each test runs once more than its load says if two traits both load it.
  @Suite(.serialized, .load(.sequential(3)), .sla(.errorRate <= 0)) struct OnASuite {
    private static let runs = Guarded<[String: Int]>([:])

    private func count(_ name: String, atMost limit: Int) {
      let runs = Self.runs.withLock { runs in
        runs[name, default: 0] += 1
        return runs[name, default: 0]
      }
      #expect(runs <= limit)
    }

    @Test func inherits() { count("inherits", atMost: 3) }

    @Test(.load(.sequential(5))) func innermostCounts() { count("innermost", atMost: 5) }

    @Test(.load(.sequential(1))) func everyTestRanAsOftenAsAsked() {
      #expect(Self.runs.withLock(\.self) == ["inherits": 3, "innermost": 5])
    }
  }
}
