// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A thread that does short things at given times.
///
/// `Task.sleep` needs a thread of Swift's pool to end, and is not served while tasks that block or compute
/// hold all of them: then no timeout would come, and no user would be woken from thinking.
package final class AlarmClock: Sendable {
  /// An alarm that was set.
  package struct Alarm: Hashable, Sendable {
    fileprivate let number: Int
  }

  fileprivate struct Entry {
    let deadline: Int64
    let number: Int

    static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
      (left.deadline, left.number) < (right.deadline, right.number)
    }
  }

  fileprivate struct State {
    /// A binary heap, the earliest first.
    ///
    /// J. W. J. Williams, "Algorithm 232: Heapsort", Communications of
    /// the ACM 7 (1964), https://doi.org/10.1145/512274.3734138.
    var entries: [Entry] = []
    /// What is still to be done; an entry without an action was cancelled.
    var actions: [Int: @Sendable () -> Void] = [:]
    var lastNumber = 0
    var hasThread = false
  }

  /// The clock of the process; its thread starts with the first alarm, and stays.
  package static let shared = AlarmClock()

  private let state = Awaited(State())

  /// Sets an alarm.
  ///
  /// - Parameters:
  ///   - deadline: When, in nanoseconds of the monotonic clock.
  ///   - action: What to do then, on the thread of the clock; short, and nothing that waits.
  /// - Returns: The alarm, by which it can be cancelled.
  package func set(at deadline: Int64, _ action: @escaping @Sendable () -> Void) -> Alarm {
    state.change { state in
      do {
        try start(&state)
      } catch {
        fatalError("no thread for timeouts: \(error)")
      }
      state.lastNumber += 1
      state.actions[state.lastNumber] = action
      state.push(Entry(deadline: deadline, number: state.lastNumber))
      return Alarm(number: state.lastNumber)
    }
  }

  /// Starts the thread of the clock, so that alarms can be set.
  ///
  /// - Throws: If the system has no thread left.
  package func prepare() throws(ThreadsExhausted) {
    let result = state.change { state in Result { () throws(ThreadsExhausted) in try start(&state) }
    }
    try result.get()
  }

  /// Cancels an alarm; what is being done already goes on.
  package func cancel(_ alarm: Alarm) {
    // What the action holds is freed outside of the lock: that can do anything.
    let action = state.change { state in
      let action = state.actions.removeValue(forKey: alarm.number)
      // Of ten thousand timeouts a second nearly all are cancelled: their entries must not pile up.
      if state.entries.count > 64, state.entries.count > 2 * state.actions.count {
        let live = state.entries.filter { state.actions[$0.number] != nil }
        state.entries = live.sorted(by: Entry.isBefore)  // a sorted array is a heap
      }
      return action
    }
    withExtendedLifetime(action) {}
  }

  private func start(_ state: inout State) throws(ThreadsExhausted) {
    guard !state.hasThread else { return }
    // It waits until the state can be read.
    try SystemThread.start { self.work() }
    state.hasThread = true
  }

  private func work() {
    while true { state.wait(until: \.entries.first?.deadline, Self.takeDue)?() }
  }

  /// Takes the first action whose time has come.
  private static func takeDue(_ state: inout State) -> (@Sendable () -> Void)? {
    guard let first = state.entries.first,
      first.deadline <= TimeSource.monotonic.nanoseconds()
    else { return nil }
    state.pop()
    return state.actions.removeValue(forKey: first.number) ?? {}
  }
}

extension AlarmClock.State {
  fileprivate mutating func push(_ entry: AlarmClock.Entry) {
    entries.append(entry)
    var place = entries.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard AlarmClock.Entry.isBefore(entries[place], entries[parent]) else { return }
      entries.swapAt(place, parent)
      place = parent
    }
  }

  /// Removes the earliest entry.
  fileprivate mutating func pop() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < entries.count }
      guard
        let child = children.min(by: { AlarmClock.Entry.isBefore(entries[$0], entries[$1]) }),
        AlarmClock.Entry.isBefore(entries[child], entries[place])
      else { return }
      entries.swapAt(place, child)
      place = child
    }
  }
}

/// Sleeps until a time of the monotonic clock, also where all threads of Swift's pool are busy.
///
/// - Parameter deadline: In nanoseconds; one that has passed does not sleep.
/// - Returns: Whether the time came; `false` as soon as the task is cancelled.
package func sleep(until deadline: Int64) async -> Bool {
  await sleep(until: deadline, or: OneShot())
}

/// Sleeps until a time of the monotonic clock, or until it is woken.
///
/// - Parameters:
///   - deadline: In nanoseconds; one that has passed does not sleep.
///   - isOver: What wakes it when it is fulfilled with `false`.
/// - Returns: Whether the time came; `false` as soon as it is woken or the task is cancelled.
func sleep(until deadline: Int64, or isOver: OneShot<Bool>) async -> Bool {
  guard !Task.isCancelled else { return false }
  guard deadline > TimeSource.monotonic.nanoseconds() else { return true }
  let alarm = AlarmClock.shared.set(at: deadline) { isOver.fulfil(true) }
  let hasCome = await withTaskCancellationHandler {
    await isOver.value
  } onCancel: {
    isOver.fulfil(false)
  }
  if !hasCome { AlarmClock.shared.cancel(alarm) }
  return hasCome
}
