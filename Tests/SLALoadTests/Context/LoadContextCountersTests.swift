// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct LoadContextCountersTests {
  @Test(arguments: [LoadExecution.cooperative, .blocking])
  func countsOfAllOperationsAddUp(execution: LoadExecution) async throws {
    let report = try await LoadTest("move", .users(8, requests: 400), execution: execution) {
      context in
      context.count("transitions", by: 3)
      if context.iteration.isMultiple(of: 2) { context.count("even") }
      if context.iteration < 10 { throw CancellationError() }
    }.run()
    #expect(Set(report.counters.map(\.name)) == ["transitions", "even"])
    #expect(report.counter("transitions")?.count == 1_200)
    #expect(report.counter("even")?.count == 200)
    let elapsed = try #require(report.elapsed)
    #expect(report.counter("even")?.rate == Rate(200, in: elapsed))
    #expect(report.counter("odd") == nil)
  }

  @Test func childTasksAndSequentialOperationsCountToo() async throws {
    let report = try await LoadTest("move", .sequential(5)) { context in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<4 { group.addTask { context.count("children") } }
      }
      context.segment("part") { context.count("within") }
    }.run()
    #expect(report.counters.map(\.count).sorted() == [5, 20])
  }

  @Test func phasesHaveTheirOwnAndTheWholeAll() async throws {
    let profile = LoadProfile.phases([
      .phase("first", .sequential(3)), .phase("second", .burst(4)),
    ])
    let report = try await LoadTest("move", profile) { $0.count("phase \($0.phase)") }
      .warmUp(requests: 7).run()
    #expect(report.counters.map(\.count) == [3, 4])
    #expect(report.phase("first")?.counters.map(\.count) == [3])
    #expect(report.phase("second")?.counter("phase 1")?.count == 4)
  }

  @Test func whatIsCountedAfterTheOperationIsInNoFigure() async throws {
    let contexts = Shared<[LoadContext]>([])
    let report = try await LoadTest("move", .users(1, requests: 2)) { context in
      context.count("during")
      for old in contexts.value { old.count("after") }
      contexts.change { $0.append(context) }
    }.run()
    for context in contexts.value { context.count("after") }
    #expect(report.counters.map(\.name) == ["during"])
    #expect(report.warnings.contains(.lostSegments(1)))
  }

  @Test func namesWithoutEndAreCountedTogether() async throws {
    let report = try await LoadTest("move", .users(4, requests: 300)) {
      $0.count("item \($0.iteration)")
    }.run()
    #expect(report.counters.count == 201 && report.counters.map(\.count).reduce(0, +) == 300)
    #expect(report.counter("further counters")?.count == 100)
  }

  @Test func countsDoNotOverflow() async throws {
    let report = try await LoadTest("move", .sequential(3)) { $0.count("much", by: .max) }.run()
    #expect(report.counter("much")?.count == .max)
  }

  @Test func countingDownTraps() async {
    await #expect(processExitsWith: .failure) {
      LoadContext(user: 0, iteration: 0).count("rows", by: -1)
    }
  }
}
