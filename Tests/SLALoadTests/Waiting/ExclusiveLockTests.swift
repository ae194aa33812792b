// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) final class ExclusiveLockTests {
  private struct Refused: Error {}

  private let path = FileLock.sharedPath("swift-sla-testing-\(UInt64.random(in: .min ... .max))")

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// As many locks on one file as there would be processes.
  @Test(arguments: [1, 4])
  func workDoesNotOverlap(locks count: Int) async throws {
    let locks = (0..<count).map { _ in ExclusiveLock(path) }
    let state = Shared((running: 0, peak: 0, done: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          try await locks[number % count].run {
            state.change {
              $0.running += 1
              $0.peak = max($0.peak, $0.running)
            }
            await Task.yield()
            state.change {
              $0.running -= 1
              $0.done += 1
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(state.value == (0, 1, 40))
  }

  @Test func workWithinWorkRunsAtOnce() async throws {
    let lock = ExclusiveLock(path)
    let answer = try await lock.run {
      async let child = lock.run { 3 }
      return try await lock.run { 4 } + child
    }
    #expect(answer == 7)
  }

  /// A task that was started within the work has no part in the lock any more when that is over.
  @Test func taskThatOutlivesTheWorkWaits() async throws {
    let lock = ExclusiveLock(path)
    let isOver = StartGate(for: 2)
    let task = try await lock.run {
      Task {
        try await isOver.arrive()
        try await lock.run {}
      }
    }
    let other = try FileLock(path)
    #expect(try other.take())
    try await isOver.arrive()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func errorsReleaseTheLock() async throws {
    let lock = ExclusiveLock(path)
    await #expect(throws: Refused.self) { try await lock.run { throw Refused() } }
    #expect(try FileLock(path).take())
    #expect(try await lock.run { 7 } == 7)
  }

  /// The first waits for the holder of the file, the second for the first.
  @Test func cancelledTasksStopWaiting() async throws {
    let holder = try FileLock(path)
    #expect(try holder.take())
    let lock = ExclusiveLock(path)
    let first = Task { try await lock.run { 1 } }
    let second = Task { try await lock.run { 2 } }
    // So that both have most likely begun to wait; cancelled before, they end alike.
    try await Task.sleep(for: .milliseconds(30))
    second.cancel()
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    await #expect(throws: CancellationError.self) { try await second.value }
    holder.release()
    #expect(try await lock.run { 3 } == 3)
  }

  @Test func lockThatCannotBeHadIsAnErrorAndNoPass() async {
    let hasRun = Shared(false)
    await #expect(throws: FileLockError.self) {
      try await ExclusiveLock("/no such directory/a.lock").run { hasRun.change { $0 = true } }
    }
    #expect(!hasRun.value)
  }
}
