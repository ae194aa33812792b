// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch
import Foundation
import XCTest

@testable import RecipeService

final class JobQueueTests: XCTestCase {
  private struct Unlucky: Error {}

  func testWorksOnEveryJobOnce() throws {
    let done = Done()
    let queue = JobQueue(workers: 2, backlogLimit: 200, lastID: 41) { done.append($0.id) }
    try queue.start()
    defer { queue.stop() }
    let ids = (0..<200).compactMap { queue.enqueue("job \($0)") }
    XCTAssertEqual(ids.first, 42)
    waitUntil { queue.health.backlog == 0 }
    XCTAssertEqual(done.sorted, ids)
    XCTAssertEqual(queue.health.processed, 200)
  }

  func testBatchesAndPollsWorkOnEveryJobOnce() throws {
    for (batchSize, interval) in [
      (7, Duration.zero), (1, .milliseconds(1)), (50, .milliseconds(2)),
    ] {
      let done = Done()
      let queue = JobQueue(
        workers: 2,
        batchSize: batchSize,
        pollInterval: interval,
        backlogLimit: 200,
        lastID: 0
      ) { done.append($0.id) }
      try queue.start()
      let ids = (0..<100).compactMap { queue.enqueue("job \($0)") }
      waitUntil { queue.health.backlog == 0 }
      XCTAssertEqual(done.sorted, ids)
      queue.stop()
    }
  }

  /// A worker that is to look again in an hour ends with the service nevertheless.
  func testStopWakesWorkersThatWait() throws {
    let queue = JobQueue(workers: 2, pollInterval: .seconds(3_600), backlogLimit: 9, lastID: 0) {
      _ in
    }
    try queue.start()
    XCTAssertEqual(queue.enqueue("x"), 1)
    XCTAssertEqual(queue.health.pending, 1)
    queue.stop()
  }

  func testRefusesBeyondTheLimitAndTellsStates() throws {
    let gate = DispatchSemaphore(value: 0)
    let queue = JobQueue(workers: 1, backlogLimit: 2, lastID: 0) { _ in gate.wait() }
    try queue.start()
    XCTAssertEqual(queue.enqueue("a"), 1)
    waitUntil { queue.health.pending == 0 }
    XCTAssertEqual(queue.enqueue("b"), 2)
    XCTAssertNil(queue.enqueue("c"))
    XCTAssertEqual(queue.unfinishedState(of: 1), .running)
    XCTAssertEqual(queue.unfinishedState(of: 2), .queued)
    XCTAssertNil(queue.unfinishedState(of: 3))
    XCTAssertEqual(
      queue.health,
      JobQueue.Health(
        backlog: 2,
        pending: 1,
        workers: 1,
        processed: 0,
        failed: 0,
        backlogLimit: 2
      )
    )
    gate.signal()
    gate.signal()
    waitUntil { queue.health.backlog == 0 }
    XCTAssertEqual(queue.enqueue("d"), 3)
    gate.signal()
    queue.stop()
  }

  func testCountsFailuresAndGoesOn() throws {
    let queue = JobQueue(workers: 2, backlogLimit: 10, lastID: 0) { job in
      if job.id.isMultiple(of: 2) { throw Unlucky() }
    }
    try queue.start()
    defer { queue.stop() }
    for _ in 0..<4 {
      _ = queue.enqueue("x")
    }
    waitUntil { queue.health.backlog == 0 }
    XCTAssertEqual(queue.health.processed, 2)
    XCTAssertEqual(queue.health.failed, 2)
    XCTAssertEqual(queue.unfinishedState(of: 2), .failed)
    XCTAssertNil(queue.unfinishedState(of: 1))
  }

  func testStopDropsWhatIsPending() {
    let queue = JobQueue(workers: 1, backlogLimit: 10, lastID: 0) { _ in }
    XCTAssertEqual(queue.enqueue("x"), 1)
    queue.stop()
    queue.stop()
    XCTAssertEqual(queue.health.backlog, 0)
    XCTAssertNil(queue.enqueue("y"))
  }

  /// Polls, for at most 20 s.
  private func waitUntil(_ condition: () -> Bool, line: UInt = #line) {
    let deadline = ContinuousClock.now + .seconds(20)
    while !condition() {
      guard ContinuousClock.now < deadline else { return XCTFail("still not so", line: line) }
      Thread.sleep(forTimeInterval: 0.002)
    }
  }
}

/// The ids of the jobs that were done.
private final class Done: Sendable {
  private let ids = Guarded<[Int]>([])

  var sorted: [Int] { ids.withLock { $0.sorted() } }

  func append(_ id: Int) {
    ids.withLock { $0.append(id) }
  }
}
