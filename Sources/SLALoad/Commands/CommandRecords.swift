// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What was measured of the runs of commands so far; many threads can add to it.
final class CommandRecords: Sendable {
  private struct State {
    var usages: [CommandUsage]
    /// The durations of successes by operation, in nanoseconds, in the order in which they ended.
    var durations: [[Int64]]
    /// The commands, by number, that were started once.
    var started: Set<Int> = []
    /// The operations whose first run failed.
    var failedFirst: Set<Int> = []
    /// How often something was expected of output of which there is not all, by operation.
    var halfSeen: [Int: Int] = [:]
    var ended = 0
    var failed = 0
    var inFlight = 0
    var peakInFlight = 0
  }

  private let recorders: RecorderPool
  private let state: Guarded<State>

  /// - Parameters:
  ///   - names: The names of operations by their numbers.
  ///   - workers: How many runs there are at once.
  ///   - start: When the first begins, in nanoseconds of the time source.
  init(_ names: [String], workers: Int, start: Int64) {
    recorders = RecorderPool(
      OperationNames(names),
      workers: workers,
      start: start,
      isScheduled: false
    )
    state = Guarded(
      State(
        usages: Array(repeating: CommandUsage(), count: names.count),
        durations: Array(repeating: [], count: names.count)
      )
    )
  }

  /// Takes note that a run begins.
  func enter() {
    state.withLock { state in
      state.inFlight += 1
      state.peakInFlight = max(state.peakInFlight, state.inFlight)
    }
  }

  /// Takes note that a run has ended.
  func leave() { state.withLock { $0.inFlight -= 1 } }

  /// Takes note that a command could be started.
  func noteStart(of command: Int) { state.withLock { _ = $0.started.insert(command) } }

  /// Whether a command could be started before.
  func wasStarted(_ command: Int) -> Bool { state.withLock { $0.started.contains(command) } }

  /// Records a run.
  func record(
    _ operation: Int,
    _ result: CommandResult,
    _ ending: ProgramEnding,
    by options: CommandOptions
  ) {
    let failure = result.failure(by: options)
    let isHalfSeen = result.isHalfSeen(by: options)
    recorders.record(
      operation,
      plannedAt: ending.start,
      from: ending.start,
      to: ending.end,
      failure: failure
    )
    state.withLock { state in
      state.ended += 1
      if isHalfSeen { state.halfSeen[operation, default: 0] += 1 }
      if let failure {
        state.failed += 1
        if state.durations[operation].isEmpty { state.failedFirst.insert(operation) }
        state.usages[operation].add(.init(failure: failure, lines: result.firstLines))
      } else {
        state.durations[operation].append(ending.end - ending.start)
        state.usages[operation].add(
          user: ending.user,
          system: ending.system,
          memory: ending.memory,
          output: result.outputSize
        )
      }
    }
  }

  /// The most runs that there were at one time.
  var peakInFlight: Int { state.withLock(\.peakInFlight) }

  /// The durations of the runs of an operation that succeeded, in nanoseconds.
  func durations(of operation: Int) -> [Int64] { state.withLock { $0.durations[operation] } }

  /// The first run of an operation, if it succeeded and was far slower than the others.
  func slowFirstRun(of operation: Int) -> SlowFirstRun? {
    let (durations, hasFirst) = state.withLock {
      ($0.durations[operation], !$0.failedFirst.contains(operation))
    }
    return hasFirst ? SlowFirstRun(durations) : nil
  }

  /// How many runs of an operation had more output than what was expected of them saw.
  func halfSeenCount(of operation: Int) -> Int { state.withLock { $0.halfSeen[operation] ?? 0 } }

  /// Everything so far.
  func record() -> RunRecord {
    var record = recorders.record()
    let usages = state.withLock(\.usages)
    record.operations = zip(record.operations, usages).map { operation, usage in
      var operation = operation
      operation.usage = usage
      return operation
    }
    return record
  }

  /// What a line of progress says now.
  func figures(_ name: String, elapsed: Int64, of total: Int) -> ProgressFigures {
    let (ended, failed, inFlight, durations) = state.withLock {
      ($0.ended, $0.failed, $0.inFlight, $0.durations)
    }
    return ProgressFigures(
      name: name,
      elapsed: max(elapsed, 0),
      count: ended,
      failures: failed,
      inFlight: inFlight,
      p95: Summary(durations.joined().lazy.map { Duration.nanoseconds($0) })?.p95,
      done: Double(ended) / Double(max(total, 1))
    )
  }
}
