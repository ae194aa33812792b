// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// What runs programs: the system, or something in its place in a test.
package protocol CommandRunning: Sendable {
  /// Runs a program to its end, and holds the calling thread meanwhile.
  ///
  /// - Parameters:
  ///   - request: What to run.
  ///   - stop: What ends it before its time.
  /// - Returns: How it ended, and what it used.
  /// - Throws: ``CommandError`` if it could not be started.
  func run(_ request: ProgramRequest, _ stop: ProgramStop) throws -> ProgramEnding
}

/// A program to run.
package struct ProgramRequest: Sendable, Hashable {
  /// What the program reads from standard input.
  package enum Input: Sendable, Hashable {
    case nothing
    case text(String)
    case file(String)
  }

  /// What errors call it.
  package var command: String
  /// The file of the program.
  package var path: String
  /// All arguments, its own name first.
  package var arguments: [String]
  /// The environment, by name.
  package var environment: [String: String] = [:]
  /// The working directory, or `nil` for that of this process.
  package var directory: String?
  package var input = Input.nothing
  /// How long it may run, in nanoseconds, above 0.
  package var timeout: Int64
  /// How many bytes it may write, so that one that writes for ever does not fill the disk.
  package var outputLimit = 1_000_000_000

  package init(_ command: String, path: String, arguments: [String], timeout: Int64) {
    self.command = command
    self.path = path
    self.arguments = arguments
    self.timeout = timeout
  }
}

/// How a program ended, and what it used.
package struct ProgramEnding: Sendable, Hashable {
  /// How many bytes of each output are kept.
  package static let keptBytes = 64 << 10

  /// Why this process ended it.
  package enum Cause: Sendable, Hashable {
    /// Also of one that ended by itself, but later than it had to.
    case timeout
    case stopped
    case tooMuchOutput
    /// It could not be started, for a reason of the system.
    case notStarted(String)
  }

  /// When it was started and when it ended, in nanoseconds of the monotonic clock.
  package var start: Int64
  package var end: Int64
  /// What it returned, in `0...255`, or `nil` if a signal ended it.
  package var status: Int32?
  /// The signal that ended it.
  package var signal: Int32?
  /// Why this process ended it, or `nil` if it ended by itself.
  package var cause: Cause?
  /// Whether it could not be ended, and was left to run.
  package var isLeft = false
  /// Its time on cores, in nanoseconds: in its own code, and in the system's.
  package var user: Int64 = 0
  package var system: Int64 = 0
  package var memory = PeakMemory(exactly: .bytes(0))
  /// The bytes that it wrote to standard output and standard error.
  package var outputBytes = 0
  package var errorBytes = 0
  /// The beginning of each, of at most ``keptBytes``.
  package var output = ""
  package var errorOutput = ""

  package init(start: Int64, end: Int64, status: Int32?, signal: Int32? = nil) {
    self.start = start
    self.end = end
    self.status = status
    self.signal = signal
  }
}

/// A switch that ends all programs which run under it, and lets no further ones begin.
package final class ProgramStop: Sendable {
  private struct State {
    var isStopped = false
    var children: [ChildProcess] = []
  }

  private let state = Guarded(State())

  package init() {}

  /// Whether it was switched.
  package var isStopped: Bool { state.withLock(\.isStopped) }

  /// Ends what runs.
  package func stop() {
    let children = state.withLock { state in
      state.isStopped = true
      return state.children
    }
    for child in children { child.end(.stopped) }
  }

  func add(_ child: ChildProcess) {
    let isStopped = state.withLock { state in
      state.children.append(child)
      return state.isStopped
    }
    if isStopped { child.end(.stopped) }
  }

  func remove(_ child: ChildProcess) {
    state.withLock { $0.children.removeAll { $0 === child } }
  }
}
