// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// All probes of a load test at work.
///
/// They start and stop together, so that gauges which do not answer cost a test their patience once. Whoever
/// lets go of them without a stop, as a load that cannot begin, ends them.
final class ProbeRuns: Sendable {
  private let runs: [ProbeRun]

  /// Begins to read, and waits for the first reading of each, though not for long.
  ///
  /// - Parameter probes: The probes.
  /// - Throws: If the system has too few threads left; none is at work then.
  init(starting probes: [Probe]) async throws(ThreadsExhausted) {
    var runs: [ProbeRun] = []
    do {
      for probe in probes { runs.append(try ProbeRun(probe)) }
    } catch {
      for run in runs { run.abandon() }
      throw error
    }
    self.runs = runs
    await withDiscardingTaskGroup { group in
      for run in runs { group.addTask { await run.start() } }
    }
  }

  deinit {
    for run in runs { run.leave() }
  }

  /// Reads each gauge a last time, and ends; those that do not answer are left behind.
  ///
  /// - Parameters:
  ///   - start: When the load began, in nanoseconds of the monotonic clock.
  ///   - end: When it ended.
  /// - Returns: What was seen, in the order of the probes.
  func stop(loadFrom start: Int64, to end: Int64) async -> [ProbeReport] {
    await withTaskGroup(of: (place: Int, report: ProbeReport).self) { group in
      for (place, run) in runs.enumerated() {
        group.addTask { (place, await run.stop(loadFrom: start, to: end)) }
      }
      var reports: [Int: ProbeReport] = [:]
      for await (place, report) in group { reports[place] = report }
      return runs.indices.compactMap { reports[$0] }
    }
  }
}
