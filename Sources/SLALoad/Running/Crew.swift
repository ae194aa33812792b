// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The workers of a phase: tasks that run at once, and that are waited for, though not for ever.
///
/// Not a task group, which would wait for an operation that never ends. Workers are tasks of their own
/// that inherit the task-local values of the task that starts them.
final class Crew: Sendable {
  private struct State {
    var tasks: [Task<Void, Never>] = []
    var alarms: [AlarmClock.Alarm] = []
    var isOver = false
  }

  /// How long workers are waited for that were cancelled; those that heed it need no more.
  static let patience: Int64 = 2_000_000_000

  private let control: LoadControl
  private let state = Guarded(State())
  private let remaining: Atomic<Int>
  private let everybodyIsDone = OneShot<Void>()

  /// Creates a crew.
  ///
  /// - Parameters:
  ///   - count: How many workers will be added.
  ///   - control: What tells them to stop.
  init(_ count: Int, _ control: LoadControl) {
    self.control = control
    remaining = Atomic(count)
    if count == 0 { everybodyIsDone.fulfil(()) }
  }

  /// Starts a worker.
  ///
  /// - Parameters:
  ///   - executor: Where it runs; on Swift's own threads if it is `nil`.
  ///   - body: What it does.
  func add(on executor: ThreadExecutor?, _ body: @escaping @Sendable @concurrent () async -> Void) {
    let work: @Sendable @concurrent () async -> Void = {
      await body()
      self.leave()
    }
    // A preference for no executor costs a look at each call of an operation.
    let task =
      executor.map { Task(executorPreference: $0, operation: work) } ?? Task(operation: work)
    let isOver = state.withLock { state in
      state.tasks.append(task)
      return state.isOver
    }
    if isOver { task.cancel() }
  }

  private func leave() {
    if remaining.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
      everybodyIsDone.fulfil(())
    }
  }

  /// Cancels at a time, in nanoseconds of the monotonic clock, what is not done then.
  func cut(at deadline: Int64) {
    let alarm = AlarmClock.shared.set(at: deadline) { self.cut() }
    state.withLock { $0.alarms.append(alarm) }
  }

  /// Cancels what is not done; after a while it is not waited for any longer.
  func cut() {
    control.cut()
    let tasks = state.withLock { state in
      state.isOver = true
      return state.tasks
    }
    // What is told of a cancellation can wait for ever: neither the clock nor the caller may.
    SystemThread.risk { for task in tasks { task.cancel() } }
    let end = TimeSource.monotonic.nanoseconds() + Self.patience
    let alarm = AlarmClock.shared.set(at: end) { self.everybodyIsDone.fulfil(()) }
    state.withLock { $0.alarms.append(alarm) }
  }

  /// Waits for all workers; cancelling the waiting task cuts their work.
  ///
  /// - Returns: How many did not end even when they were cancelled.
  func join() async -> Int {
    await withTaskCancellationHandler {
      await everybodyIsDone.value
    } onCancel: {
      cut()
    }
    for alarm in state.withLock(\.alarms) { AlarmClock.shared.cancel(alarm) }
    return remaining.load(ordering: .acquiring)
  }
}
