// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The thread on which the work of a worker runs that has a limit; it may be left to what holds it.
final class WorkThread: Sendable {
  private struct State {
    /// `nil` where work runs on Swift's own threads.
    var executor: ThreadExecutor?
    var mustWait = false
    var isStopped = false
  }

  private let state: Guarded<State>

  /// How long a thread is waited for that work holds beyond its time.
  private static let patience = Duration.seconds(1)

  /// - Parameter executor: The thread; `nil` for Swift's own.
  init(_ executor: ThreadExecutor?) {
    state = Guarded(State(executor: executor))
  }

  /// What runs on the thread that there is now; `nil` for Swift's own.
  var executor: ThreadExecutor? { state.withLock(\.executor) }

  /// Leaves the thread to work that holds it beyond its time, and takes a new one, unless that was done already.
  ///
  /// - Parameters:
  ///   - held: The thread on which the work began.
  ///   - mayReplace: Whether there may be one more; if not, ``awaitFree()`` waits for the work.
  func leave(_ held: ThreadExecutor?, mayReplace: Bool) {
    state.withLock { state in
      guard let held, held === state.executor, !state.isStopped else { return }
      if mayReplace, let new = try? ThreadExecutor() {
        held.stop()
        state.executor = new
      } else {
        state.mustWait = true
      }
    }
  }

  /// Whether the thread is held, and could not be replaced.
  var isHeld: Bool { state.withLock(\.mustWait) }

  /// Waits until the thread is free that could not be replaced, though not for long: what holds it may never end.
  ///
  /// The next operation then waits for it, and times out.
  @concurrent
  func awaitFree() async {
    let held = state.withLock { state -> ThreadExecutor? in
      defer { state.mustWait = false }
      return state.mustWait ? state.executor : nil
    }
    if let held { try? await Timeout(Self.patience, executor: held).run {} }
  }

  /// Lets the thread end; it is not replaced any more.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.executor?.stop()
    }
  }
}
