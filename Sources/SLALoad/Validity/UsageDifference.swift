// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

extension GeneratorReport {
  /// Takes what the process used between two moments.
  mutating func take(from before: ProcessUsage, to after: ProcessUsage) {
    let length = max(after.time - before.time, 1)
    elapsed = .nanoseconds(length)
    if let end = after.processorTime, let start = before.processorTime {
      processorTime = .nanoseconds(max(end - start, 0))
    }
    if let end = after.pressure, let start = before.pressure {
      processorPressure = min(max(Double(end - start) / Double(length), 0), 1)
    }
    if let end = after.busy, let start = before.busy {
      let busy = Double(end - start) / Double(length)
      otherProcessorShare = min(max(busy - (processorShare ?? 0), 0), 1)
    }
    // Threads that came since have their whole lives in the run.
    let threads = after.threads.map { thread, times in
      (
        running: times.running - (before.threads[thread]?.running ?? 0),
        waiting: times.waiting - (before.threads[thread]?.waiting ?? 0)
      )
    }
    guard !threads.isEmpty else { return }
    let busiest = threads.map(\.running).max() ?? 0
    busiestThreadShare = min(max(Double(busiest) / Double(length), 0), 1)
    runQueueDelay = .nanoseconds(max(threads.map(\.waiting).reduce(0, +), 0))
  }

  /// The figures of several phases as those of one load.
  ///
  /// Rates are left out, for those of phases are different ones.
  static func merged(_ parts: [GeneratorReport], lateness: Summary?) -> GeneratorReport {
    guard parts.count != 1 else { return parts[0] }
    var whole = GeneratorReport()
    whole.lateness = lateness
    let planned = parts.compactMap(\.plannedCount)
    whole.plannedCount = planned.count == parts.count ? planned.reduce(0, +) : nil
    let iterations = parts.compactMap(\.iterationCount)
    whole.iterationCount = iterations.count == parts.count ? iterations.reduce(0, +) : nil
    whole.usersNotSetUp = parts.map(\.usersNotSetUp).max() ?? 0
    whole.droppedCount = parts.map(\.droppedCount).reduce(0, +)
    whole.unfinishedCount = parts.map(\.unfinishedCount).reduce(0, +)
    whole.abandonedCount = parts.map(\.abandonedCount).reduce(0, +)
    whole.overrunCount = parts.map(\.overrunCount).reduce(0, +)
    whole.warmUpCount = parts.map(\.warmUpCount).reduce(0, +)
    whole.users = parts.map(\.users).max() ?? 0
    whole.isStoppedEarly = parts.contains(where: \.isStoppedEarly)
    whole.cores = parts.map(\.cores).max() ?? 1
    whole.elapsed = parts.map(\.elapsed).reduce(.zero, +)
    whole.processorTime = parts.compactMap(\.processorTime).reduce(.zero, +)
    whole.busiestThreadShare = parts.compactMap(\.busiestThreadShare).max()
    whole.runQueueDelay = parts.compactMap(\.runQueueDelay).reduce(.zero, +)
    whole.processorPressure = parts.compactMap(\.processorPressure).max()
    whole.otherProcessorShare = parts.compactMap(\.otherProcessorShare).max()
    whole.isDebugBuild = parts.contains(where: \.isDebugBuild)
    whole.sanitizers = parts.first?.sanitizers ?? []
    return whole
  }
}
