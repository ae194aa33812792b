// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A program that runs, in a process group of its own.
///
/// It is not reaped while it can be killed, so that no signal goes to another process that was given its number.
final class ChildProcess: Sendable {
  private struct State {
    var isOver = false
    var cause: ProgramEnding.Cause?
    /// Whether the system did not allow to end it.
    var isBeyondReach = false
    /// The most memory that was seen, in bytes.
    var memory: Int?
    /// Whether processes that it began were seen too.
    var hasOthers = false
    /// When its memory is read next, in nanoseconds of the monotonic clock.
    var nextReading: Int64 = 0
  }

  /// How many times as long as a reading takes there is none, so that many processes do not keep a core busy.
  private static let restAfterReading: Int64 = 20

  let process: pid_t
  /// When it was started, and when it has to have ended, in nanoseconds of the monotonic clock.
  let start: Int64
  let deadline: Int64
  private let outputs: [Int32]
  private let outputLimit: Int
  private let state = Guarded(State())

  /// - Parameters:
  ///   - process: Its number.
  ///   - start: When it was started.
  ///   - request: What it runs.
  ///   - outputs: The descriptors of its output, open as long as it runs.
  init(_ process: pid_t, start: Int64, _ request: ProgramRequest, outputs: [Int32]) {
    self.process = process
    self.start = start
    self.outputs = outputs
    outputLimit = request.outputLimit
    deadline = start.saturatingAdd(request.timeout)
  }

  /// Reads its memory and that of the processes that it began, and ends it if it took too long or wrote too much.
  func look() {
    state.withLock { state in
      guard !state.isOver else { return }
      read(&state)
      if TimeSource.monotonic.nanoseconds() >= deadline {
        terminate(.timeout, &state)
      } else if outputs.map(TemporaryFile.size).reduce(0, +) > outputLimit {
        terminate(.tooMuchOutput, &state)
      }
    }
  }

  private func read(_ state: inout State) {
    let start = TimeSource.monotonic.nanoseconds()
    guard start >= state.nextReading else { return }
    let tree = ProcessTree(of: process)
    if let memory = tree.memory { state.memory = max(state.memory ?? 0, memory) }
    if !tree.others.isEmpty { state.hasOthers = true }
    let end = TimeSource.monotonic.nanoseconds()
    state.nextReading = end + Self.restAfterReading * (end - start)
  }

  /// Ends it, the processes of its group and all that it began, unless it has ended.
  func end(_ cause: ProgramEnding.Cause) {
    state.withLock { state in
      if !state.isOver { terminate(cause, &state) }
    }
  }

  private func terminate(_ cause: ProgramEnding.Cause, _ state: inout State) {
    // It may wait to be reaped.
    guard !hasEnded else { return }
    if state.cause == nil { state.cause = cause }
    // Stopped, none begins another, nor reaps one whose number would become another's.
    killpg(process, SIGSTOP)
    // It may have left its group.
    kill(process, SIGSTOP)
    var others: Set<pid_t> = []
    while case let found = Set(ProcessTree(of: process).others).subtracting(others), !found.isEmpty
    {
      for other in found { kill(other, SIGSTOP) }
      others.formUnion(found)
    }
    killpg(process, SIGKILL)
    for ended in others { kill(ended, SIGKILL) }
    if kill(process, SIGKILL) != 0, errno == EPERM { state.isBeyondReach = true }
  }

  /// Whether it should have been ended, and the system did not allow it: it has become another user's.
  var isBeyondReach: Bool { state.withLock(\.isBeyondReach) }

  /// Whether it waits to be reaped, or was reaped by somebody else.
  private var hasEnded: Bool {
    var information = siginfo_t()
    let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
    return result == 0 ? information.si_signo == SIGCHLD : errno == ECHILD
  }

  /// Takes note that it has ended, and ends what it left behind; to be called before it is reaped.
  ///
  /// - Parameter isReaped: Whether somebody else did that, so that its number may be another's.
  /// - Returns: Why it was ended, and the most memory that was seen; `nil` where it waited for others, of which none was.
  func finish(isReaped: Bool) -> (cause: ProgramEnding.Cause?, memory: Int?) {
    state.withLock { state in
      state.isOver = true
      if !isReaped { killpg(process, SIGKILL) }
      let isPart = state.memory != nil && !state.hasOthers && ProcessTree.hadChildren(process)
      return (state.cause, isPart ? nil : state.memory)
    }
  }
}
