// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// Why a requirement cannot be decided on a report.
package enum Indecision: Error, Hashable {
  /// No operation ended.
  case nothingMeasured
  /// There is no latency of successes, for all operations failed.
  case nothingSucceeded(failed: Int)
  /// No success has a duration: those recorded were negative, or the clock stepped back.
  case nothingMeasurable(Int)
  /// The run took no time, so that there is no rate.
  case noTimeElapsed
  /// Durations were recorded without their times, so that there is no rate.
  case timesUnknown
  /// The order in which operations ended is not known, so that there are no first and last.
  case orderUnknown
  /// The limit is one that everything keeps, or all but a total failure.
  case promisesNothing
  /// There are not enough operations for such a figure.
  case tooFewSamples(Int, needed: Int)
  /// The sample leaves it open on which side of the limit the truth lies; so many would decide.
  case notCertain(ShareClaim, confidence: Double, needed: Int?)
  /// The report has no such operation.
  case noSuchOperation(String, known: [String])
  /// The report has no such phase.
  case noSuchPhase(String, known: [String])
  /// The report has no such probe.
  case noSuchProbe(String, known: [String])
  /// The operations have no such segment.
  case noSuchSegment(String, known: [String])
  /// The report has no such counter: nothing was counted under that name.
  case noSuchCounter(String, known: [String])
  /// A probe has no readings that could tell.
  case noReadings(String)
  /// A probe was not watched as long as it may take to drain.
  case notWatched(String, for: Duration)
  /// It is no command, of which it would be known what its runs used.
  case noCommand
  /// Runs of a command ended before their memory could be read, all but so many; none had more than the bound.
  case memoryNotSeen(bound: ByteSize, runs: Int, of: Int)
  /// The load was not the one asked for, and must have been.
  case invalidLoad
  /// So many operations had not ended at the end of the grace period, and the limit holds only without them.
  case unfinished(Int)
  /// Only so many operations of those that were to be made were: how long all take is not known.
  case notAllMade(Int, of: Int)
  /// How the run went over time is not known.
  case noTimeline
  /// Windows are not whole intervals of the timeline.
  case windowsTooFine(interval: Duration)
}
