// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@testable import SLALoad

@Suite struct LoadMatrixTests {
  private let order = Shared<[String]>([])

  private struct NoPort: Error, CustomStringConvertible {
    let description = "port in use"
  }

  private func measure(_ name: String, _ requests: Int = 3) async throws -> LoadReport {
    order.change { $0.append("up \(name)") }
    defer { order.change { $0.append("down \(name)") } }
    return try await LoadTest(name, .sequential(requests)) { _ in
      order.change { $0.append("load \(name)") }
    }.run()
  }

  @Test func configurationsAreMeasuredInTurn() async throws {
    let report = try await LoadMatrix(["one": 1, "two": 2]) { try await measure("\($0)", $0) }.run()
    #expect(
      order.value
        == ["up 1", "load 1", "down 1", "up 2", "load 2", "load 2", "down 2"]
    )
    #expect(report.configurations == ["one", "two"] && report.rows.map(\.name) == ["one", "two"])
    #expect(report["two"]?.runs.map(\.count) == [2] && report["three"] == nil)
  }

  @Test func eachConfigurationMeetsEachProfile() async throws {
    let profiles: KeyValuePairs<String, LoadProfile> = ["calm": .sequential(2), "burst": .burst(5)]
    let report = try await LoadMatrix(["a": "a", "b": "b"], profiles: profiles) { name, profile in
      try await LoadTest(name, profile) { _ in }.run()
    }.run()
    #expect(report.rows.map(\.name) == ["a, calm", "a, burst", "b, calm", "b, burst"])
    #expect(report.rows.flatMap(\.runs).map(\.count) == [2, 5, 2, 5])
    #expect(report["b", "burst"]?.runs.first?.load?.contains("5") == true)
    #expect(report["b"]?.profile == "calm" && report.configurations == ["a", "b"])
  }

  @Test func whatDoesNotStartIsARowAndNotTheEnd() async throws {
    let report = try await LoadMatrix(["a": 1, "broken": 0, "c": 3]) { number in
      guard number > 0 else { throw NoPort() }
      return try await measure("\(number)")
    }.repeated(2).run()
    #expect(report["broken"]?.runs.isEmpty == true)
    #expect(report["broken"]?.faults.map(\.reason) == ["port in use", "port in use"])
    #expect(report["a"]?.runs.count == 2 && report["c"]?.runs.count == 2)
  }

  @Test func roundsFollowEachOtherInTheOrderDeclared() async throws {
    _ = try await LoadMatrix(["a": "a", "b": "b"]) { try await measure($0, 0) }.repeated(2).run()
    #expect(order.value.filter { $0.hasPrefix("up") } == ["up a", "up b", "up a", "up b"])
  }

  @Test func ordersAreRandomByTheSeedAndEachRoundIsWhole() async throws {
    let names: KeyValuePairs = [
      "a": "a", "b": "b", "c": "c", "d": "d", "e": "e", "f": "f",
    ]
    var orders: [[String]] = []
    for seed in [1, 1, 2] as [UInt64] {
      order.change { $0 = [] }
      _ = try await LoadMatrix(names) { try await measure($0, 0) }
        .repeated(2).shuffled(seed: seed).run()
      orders.append(order.value.filter { $0.hasPrefix("up") })
    }
    #expect(orders[0] == orders[1] && orders[0] != orders[2])
    #expect(orders[0].prefix(6).sorted() == orders[0].suffix(6).sorted())
    #expect(orders[0].prefix(6) != orders[0].suffix(6))
  }

  /// Lines of progress say which row is at work, of the set-up too.
  @Test func rowsAreNamed() async throws {
    _ = try await LoadMatrix(
      ["a": 1, "b": 2],
      profiles: ["low": .sequential(1), "high": .sequential(2)]
    ) { _, profile in
      order.change { $0.append(ProgressStep.current ?? "none") }
      return try await LoadTest("op", profile) { _ in }.run()
    }.run()
    #expect(
      order.value == ["a, low (1 of 4)", "a, high (2 of 4)", "b, low (3 of 4)", "b, high (4 of 4)"]
    )
  }

  @Test func cancellationEndsItAfterTheTearDown() async throws {
    let task = Task {
      try await LoadMatrix(["a": "a", "b": "b"]) { name in
        order.change { $0.append("up \(name)") }
        defer { order.change { $0.append("down \(name)") } }
        return try await LoadTest(name, .sequential(1)) { _ in
          try await Task.sleep(for: .seconds(600))
        }.run()
      }.run()
    }
    while order.value.isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(order.value == ["up a", "down a"])
  }

  @Test func smokeMeasuresEachOnce() async throws {
    let report = try await RunMode.$environment.withValue(["SLA_MODE": "smoke"]) {
      try await LoadMatrix(["a": "a", "b": "b"]) { try await measure($0, 9) }.repeated(5).run()
    }
    #expect(report.rows.map { $0.runs.map(\.count) } == [[1], [1]])
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = LoadMatrix([:] as KeyValuePairs<String, Int>) { _ in LatencyRecorder("none") }
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadMatrix(["a": 1, "a": 2]) { _ in LatencyRecorder("none") }
    }
    await #expect(processExitsWith: .failure) {
      _ = LoadMatrix(["a": 1]) { _ in LatencyRecorder("none") }.repeated(0)
    }
  }
}
