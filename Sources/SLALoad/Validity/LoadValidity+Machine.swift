// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

extension LoadValidity {
  /// Above this share of its cores, or of one thread's time, work queues: at 85 % a random arrival finds a
  /// server busy so often that it waits over five times as long as it is served (M/M/1, ρ/(1 − ρ)).
  package static let busyShare = 0.85
  /// So many times as many operations must be in flight as cores are busy before they can wait for a core.
  package static let inFlightPerCore = 2.0
  /// As many threads as cores ready to run on average: then one that becomes ready finds no core free.
  package static let readyPerCore = 1.0
  /// Waiting for a core below this share of the mean latency does not change what is measured.
  package static let delayShare = 0.1
  /// Waiting for a core below this with each operation is what waking its threads takes anyway, unless all
  /// wait so much together as the next two say.
  package static let leastDelay = Duration.milliseconds(1)
  /// Waiting for a quarter of a core's time, or of what the process has used of more, is not what waking takes.
  package static let waitingShare = 0.25
  /// Where something waited for a core in half of the time, whoever becomes ready rather finds none free.
  package static let leastPressure = 0.5
  /// Others that keep a quarter of the cores busy are why threads wait that could have had them.
  package static let foreignShare = 0.25
  /// Where others cannot be seen: something waits because of this process only while it uses all its cores, so
  /// that pressure beyond the share that it used of them is theirs, but for threads that wait on one core while
  /// another is free.
  package static let foreignPressure = 0.4

  /// What the machine lacked.
  ///
  /// A busy machine alone is no fault: two users that compute on two cores are measured well. Only where more
  /// operations are in flight than cores are busy do some of them wait for a core, or for a thread.
  static func machine(_ report: LoadReport, _ generator: GeneratorReport) -> [Warning] {
    var warnings: [Warning] = []
    if !generator.sanitizers.isEmpty { warnings.append(.sanitizers(generator.sanitizers)) }
    guard generator.elapsed >= shortestRun, report.count > 0 else { return warnings }
    let isForeign = isForeign(generator)
    let queue = queue(generator, inFlight: report.peakInFlight ?? 0, isForeign)
    if let queue { warnings.append(queue) }
    let delay = delay(of: report, generator)
    guard let waited = generator.runQueueDelay, let mean = report.latency?.mean else {
      return warnings
    }
    if delay == .ofOperations || (delay == .ofProcess && (queue == nil || isForeign)) {
      warnings.append(
        isForeign
          ? .otherProcess(
            waited: waited,
            of: generator.elapsed,
            used: generator.processorShare ?? 0
          )
          : .runQueue(delay: waited / report.count, latency: mean)
      )
    }
    return warnings
  }

  /// Whether it is another process for which threads wait.
  private static func isForeign(_ generator: GeneratorReport) -> Bool {
    if let share = generator.otherProcessorShare { return share >= foreignShare }
    guard let pressure = generator.processorPressure else { return false }
    return pressure - (generator.processorShare ?? 0) >= foreignPressure
  }

  /// What work of this process queues for.
  private static func queue(
    _ generator: GeneratorReport,
    inFlight: Int,
    _ isForeign: Bool
  ) -> Warning? {
    let used = generator.coresUsed ?? 0
    guard Double(inFlight) >= inFlightPerCore * max(used, 1) else { return nil }
    let ready = generator.threadsReady ?? used
    if used / Double(generator.cores) >= busyShare {
      return .busyProcess(cores: used, of: generator.cores, inFlight: inFlight)
    }
    if ready >= readyPerCore * Double(generator.cores), !isForeign {
      return .queueForCores(ready: ready, of: generator.cores, inFlight: inFlight)
    }
    if let share = generator.busiestThreadShare, share >= busyShare {
      return .busyThread(share: share, inFlight: inFlight)
    }
    return nil
  }

  /// How waiting for a core shows.
  private enum Delay {
    /// In the latency of operations.
    case ofOperations
    /// In the time of the process, however little that is of each operation.
    case ofProcess
  }

  private static func delay(of report: LoadReport, _ generator: GeneratorReport) -> Delay? {
    guard let waited = generator.runQueueDelay, let mean = report.latency?.mean else { return nil }
    let each = waited / report.count
    if each.inSeconds > delayShare * mean.inSeconds, each >= leastDelay { return .ofOperations }
    let waiting = waited.inSeconds / generator.elapsed.inSeconds
    let isLong = waiting >= waitingShare * max(generator.coresUsed ?? 0, 1)
    let isPressed = isForeign(generator) || (generator.processorPressure ?? 0) >= leastPressure
    return isLong && isPressed ? .ofProcess : nil
  }
}
