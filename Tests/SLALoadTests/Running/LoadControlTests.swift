// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// Cancelling ends a load wherever it is: each of these would go on for an hour.
@Suite(.timeLimit(.minutes(1))) struct LoadControlTests {
  /// Where a load is when it is cancelled.
  enum Moment: CaseIterable {
    case warmUp, settling, pause, thinking, spawning, arrivals, operation

    /// A load that comes to that moment and stays there, and tells when it has.
    func load(_ arrived: @escaping @Sendable () -> Void) -> LoadTest {
      let hour = Duration.seconds(3_600)
      let operation: @Sendable @concurrent (LoadContext) async throws -> Void = { _ in
        arrived()
        try await Task.sleep(for: .milliseconds(1))
      }
      func test(_ profile: LoadProfile) -> LoadTest {
        LoadTest("work", profile, operation: operation)
      }
      return switch self {
      case .warmUp: test(.users(2, requests: 10)).warmUp(for: hour)
      case .settling:
        LoadTest("work", .users(2, requests: 10)) { _ in }.settle(within: hour) {
          arrived()
          return false
        }
      case .pause:
        test(.phases([.phase("a", .users(1, requests: 1)), .pause(hour), .phase("b", .burst(1))]))
      case .thinking: test(.users(2, for: hour).thinking(for: hour))
      case .spawning: test(.users(3, spawnRate: 1 / 3_600, for: hour))
      case .arrivals: test(.arrivals(perSecond: 20, for: hour))
      case .operation:
        LoadTest("work", .users(2, requests: 2)) { _ in
          arrived()
          try await Task.sleep(for: hour)
        }
      }
    }
  }

  @Test(arguments: Moment.allCases)
  func cancellingEndsALoadWhereverItIs(moment: Moment) async throws {
    let isThere = Shared(false)
    let test = moment.load { isThere.change { $0 = true } }
    let run = Task { try await test.run() }
    while !isThere.value { try await Task.sleep(for: .milliseconds(1)) }
    // From the operation before to the moment itself, where that says nothing.
    try await Task.sleep(for: .milliseconds(20))
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
  }

  /// Before the first operation, too.
  @Test func aCancelledTaskOffersNothing() async throws {
    let run = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await LoadTest("work", .users(2, for: .seconds(3_600))) { _ in
        try await Task.sleep(for: .milliseconds(1))
      }.run()
    }
    await #expect(throws: CancellationError.self) { try await run.value }
  }
}
