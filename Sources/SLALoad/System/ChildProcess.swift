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
    /// The most memory that was seen, in bytes.
    var memory: Int?
  }

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

  /// Reads its memory, and ends it if it took too long or wrote too much.
  func look() {
    state.withLock { state in
      guard !state.isOver else { return }
      if let memory = ProcessReadings.peakMemory(of: process) {
        state.memory = max(state.memory ?? 0, memory)
      }
      if TimeSource.monotonic.nanoseconds() >= deadline {
        terminate(.timeout, &state)
      } else if outputs.map(TemporaryFile.size).reduce(0, +) > outputLimit {
        terminate(.tooMuchOutput, &state)
      }
    }
  }

  /// Ends it and the processes of its group, unless it has ended.
  func end(_ cause: ProgramEnding.Cause) {
    state.withLock { state in
      if !state.isOver { terminate(cause, &state) }
    }
  }

  private func terminate(_ cause: ProgramEnding.Cause, _ state: inout State) {
    if state.cause == nil { state.cause = cause }
    killpg(process, SIGKILL)
    // It may have left its group.
    kill(process, SIGKILL)
  }

  /// Takes note that it has ended, and ends what it left behind; to be called before it is reaped.
  ///
  /// - Parameter isReaped: Whether somebody else did that, so that its number may be another's.
  /// - Returns: Why it was ended, and the most memory that was seen.
  func finish(isReaped: Bool) -> (cause: ProgramEnding.Cause?, memory: Int?) {
    state.withLock { state in
      state.isOver = true
      if !isReaped { killpg(process, SIGKILL) }
      return (state.cause, state.memory)
    }
  }
}
