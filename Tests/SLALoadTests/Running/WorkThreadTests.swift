// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLALoad

@Suite struct WorkThreadTests {
  @Test func aThreadThatIsHeldIsReplacedOnce() throws {
    let first = try ThreadExecutor()
    let thread = WorkThread(first)
    defer { thread.stop() }
    thread.leave(first, mayReplace: true)
    let second = try #require(thread.executor)
    #expect(second !== first && !thread.isHeld)
    // Of two that held the same thread, the second says so too.
    thread.leave(first, mayReplace: true)
    #expect(thread.executor === second)
  }

  /// As by an operation whose limit comes after the run: nobody would end the new thread.
  @Test func aThreadThatWasEndedIsNotReplaced() throws {
    let executor = try ThreadExecutor()
    let thread = WorkThread(executor)
    thread.stop()
    thread.leave(executor, mayReplace: true)
    #expect(thread.executor === executor && !thread.isHeld)
  }

  @Test func aThreadThatMayNotBeReplacedIsWaitedFor() async throws {
    let executor = try ThreadExecutor()
    let thread = WorkThread(executor)
    defer { thread.stop() }
    thread.leave(executor, mayReplace: false)
    #expect(thread.executor === executor && thread.isHeld)
    await thread.awaitFree()
    #expect(!thread.isHeld)
  }

  @Test func stepsOfWorkersWithoutAThreadHaveNone() throws {
    let worker = try Worker(0, hasThread: false)
    #expect(worker.stepThread === worker.thread && worker.executor == nil)
    let own = try Worker(0, hasThread: true)
    #expect(own.stepThread !== own.thread && own.stepThread === own.stepThread)
    own.stop()
    let ended = try Worker(0, hasThread: true)
    ended.stop()
    #expect(ended.stepThread === ended.thread)
  }
}
