// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

@Suite struct SLATests {
  private static let fast = Metric.p95 <= .milliseconds(300)
  private static let safe = Metric.errorRate <= 0.01

  @Test func namedByItsFirstArgument() {
    let sla = SLA("pilot", .p95 <= .milliseconds(300), .errorRate <= 0.01)
    #expect(sla.name == "pilot" && sla.requirements == [Self.fast, Self.safe])
    #expect(sla == SLA("pilot", [Self.fast, Self.safe]))
    #expect(SLA([Self.fast]).name == nil)
  }

  @Test func literalHasNoName() {
    let sla: SLA = [.p95 <= .milliseconds(300), (.errorRate < 0.02).excluding("harvest_auto")]
    #expect(sla.name == nil && sla.requirements.count == 2)
    let none: SLA = []
    #expect(none.requirements.isEmpty)
  }

  @Test func sumRequiresEachThingOnce() {
    let left = SLA("a", [Self.fast, Self.safe])
    let right = SLA("b", [Self.safe, .throughput >= .perSecond(1)])
    #expect((left + right).requirements == [Self.fast, Self.safe, .throughput >= .perSecond(1)])
    #expect((left + left).requirements == left.requirements)
  }

  @Test(arguments: [
    (nil, nil, nil), ("a", nil, "a"), (nil, "b", "b"), ("a", "b", "a and b"),
  ])
  func sumIsNamedByThoseThatAre(left: String?, right: String?, expected: String?) {
    #expect((SLA(left, [Self.fast]) + SLA(right, [Self.safe])).name == expected)
  }

  @Test func descriptionIsALineEach() throws {
    let sla = SLA("pilot", [Self.fast, Self.safe.on("a\nb")])
    #expect("\(sla)" == "p95 <= 300 ms\nerror rate of \"a\\nb\" <= 1 %")
    #expect(try SLA("pilot", parsing: "\(sla)") == sla)
    #expect("\(SLA([]))" == "")
  }
}
