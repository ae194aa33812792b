// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The loop that follows a ``ClosedLoad``: takes tickets, times operations, records them.
///
/// One of these is shared by all users of a run.
final class ClosedLoop: Sendable {
  private let plan: ClosedLoad
  private let time: TimeSource
  private let start: Int64
  private let tickets = Atomic<Int>(0)
  private let inFlight = Atomic<Int>(0)
  private let peak = Atomic<Int>(0)

  /// The most users that have a recorder each; more of them share so many.
  ///
  /// A recorder of one's own needs no lock. But of hundreds, whose memory no cache holds, each operation would
  /// wait for its own.
  private static let recorderLimit = 8

  init(_ plan: ClosedLoad, time: TimeSource) {
    self.plan = plan
    self.time = time
    start = time.nanoseconds()
  }

  /// How long the run has lasted.
  var elapsed: Duration { .nanoseconds(max(elapsedNanoseconds, 0)) }

  /// The most operations that had begun and not ended at one time.
  var peakInFlight: Int { peak.load(ordering: .relaxed) }

  private var elapsedNanoseconds: Int64 { time.nanoseconds().saturatingSubtract(start) }

  /// Works as one user, on the caller's task.
  ///
  /// - Parameter operation: The operation; what it throws is recorded and ends nothing.
  /// - Returns: What was recorded.
  func runAlone(_ operation: @concurrent (LoadContext) async throws -> Void) async -> RunRecord {
    let recorder = RunRecorder(start: start)
    await work(as: 0, operation, recorder.record(from:to:failure:))
    return recorder.record
  }

  /// Works as all users, each in a child task.
  ///
  /// - Parameter operation: The operation; what it throws is recorded and ends nothing.
  /// - Returns: What was recorded.
  func run(
    _ operation: @escaping @Sendable @concurrent (LoadContext) async throws -> Void
  ) async -> RunRecord {
    let shared =
      plan.workers <= Self.recorderLimit
      ? [] : (0..<Self.recorderLimit).map { _ in SharedRunRecorder(start: start) }
    return await withTaskGroup(of: RunRecord.self) { group in
      for user in 0..<plan.workers {
        group.addTask {
          if shared.isEmpty {
            let recorder = RunRecorder(start: self.start)
            await self.work(as: user, operation, recorder.record(from:to:failure:))
            return recorder.record
          }
          let recorder = shared[user % shared.count]
          await self.work(as: user, operation, recorder.record(from:to:failure:))
          return RunRecord()
        }
      }
      var whole = RunRecord()
      for await part in group { whole.merge(part) }
      for recorder in shared { whole.merge(recorder.record) }
      return whole
    }
  }

  /// Works as one user until the plan or a cancellation ends it.
  ///
  /// - Parameters:
  ///   - user: The number of the user.
  ///   - operation: The operation; what it throws is recorded and ends nothing.
  ///   - record: What takes an operation's start and end, and its failure.
  private func work(
    as user: Int,
    _ operation: @concurrent (LoadContext) async throws -> Void,
    _ record: (Int64, Int64, FailureKind?) -> Void
  ) async {
    while !Task.isCancelled {
      let ticket = tickets.wrappingAdd(1, ordering: .relaxed).oldValue
      guard plan.admits(ticket: ticket, elapsed: elapsedNanoseconds) else { return }
      let context = LoadContext(user: user, iteration: ticket)
      let running = inFlight.wrappingAdd(1, ordering: .relaxed).newValue
      peak.max(running, ordering: .relaxed)
      let begin = time.nanoseconds()
      do {
        try await operation(context)
        record(begin, time.nanoseconds(), nil)
      } catch {
        // The clock first: putting the error into words takes its time too.
        let end = time.nanoseconds()
        record(begin, end, FailureKind(error))
      }
      inFlight.wrappingSubtract(1, ordering: .relaxed)
    }
  }
}
