// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// A lock that one task has at a time, of all processes that share its file.
///
/// Tasks of a process have it in the order in which they came. Between processes there is no order: whoever looks
/// first after a release has it.
package final class ExclusiveLock: Sendable {
  /// That a task and those it starts have the lock, until it is released.
  private final class Hold: Sendable {
    private let isOver = Atomic<Bool>(false)

    var isHeld: Bool { !isOver.load(ordering: .acquiring) }

    func end() { isOver.store(true, ordering: .releasing) }
  }

  /// Holds by the files of locks.
  @TaskLocal private static var holds: [String: Hold] = [:]

  /// How long to wait before the next look at a lock that another process has, in nanoseconds.
  ///
  /// A look takes a microsecond; work that wants to be alone takes far longer than this.
  private static let interval: Int64 = 10_000_000

  /// The lock of `.exclusive` and ``exclusively(_:)``.
  package static let shared = ExclusiveLock(FileLock.sharedPath("swift-sla-testing"))

  private let path: String
  private let turns = ConcurrencyLimit(1)

  /// Creates a lock.
  ///
  /// - Parameter path: The file by which processes share it.
  package init(_ path: String) {
    self.path = path
  }

  /// Runs work while nobody else has the lock; within work that has it already, at once.
  ///
  /// - Parameter work: The work, on the caller's actor.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws; ``FileLockError``; `CancellationError` if the task was cancelled while it waited.
  package func run<Result>(_ work: @concurrent () async throws -> Result) async throws -> Result {
    if Self.holds[path]?.isHeld == true { return try await work() }
    return try await turns.run {
      let file = try FileLock(path)
      while try !file.take() {
        let next = TimeSource.monotonic.nanoseconds() + Self.interval
        guard await sleep(until: next) else { throw CancellationError() }
      }
      let hold = Hold()
      defer {
        hold.end()
        file.release()
      }
      var holds = Self.holds
      holds[path] = hold
      return try await Self.$holds.withValue(holds) { try await work() }
    }
  }
}
