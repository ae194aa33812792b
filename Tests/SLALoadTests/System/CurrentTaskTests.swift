// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing

@testable import SLALoad

@Suite struct CurrentTaskTests {
  @Test func bothWaysFindTheSameTask() async {
    #expect(CurrentTask.number == CurrentTask.slowNumber && CurrentTask.number != 0)
    async let other = CurrentTask.number
    #expect(await other != CurrentTask.number)
    let before = CurrentTask.number
    await Task.yield()
    #expect(CurrentTask.number == before)
  }

  @Test func outsideOfTasksThereIsNone() async throws {
    let seen = await withCheckedContinuation { continuation in
      do {
        try SystemThread.start { continuation.resume(returning: CurrentTask.number) }
      } catch {
        continuation.resume(returning: 1)
      }
    }
    #expect(seen == 0)
  }
}
