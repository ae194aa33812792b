// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The names of warnings in their encoded form, which stay as they are whatever the code calls them.
package enum WarningKind: String, Codable, CaseIterable {
  case negativeDurations
  case clockSteps
  case beyondRange
  case fewerRequestsThanUsers
  case requestsNotMade
  case idleUsers
  case tooFewSamples
  case notCertain
  case withinDeadband
  case failuresNotAllowed
  case usersNotSpawned
  case usersNotSetUp
  case usersNotTornDown
  case rateNotReached
  case lateStarts
  case busyProcess
  case queueForCores
  case busyThread
  case runQueue
  case otherProcess
  case sanitizers
  case unfinished
  case notSettled
  case probeGaps
  case tooManyNames
  case overran
  case madeNothing
  case allFailed
  case inWarmUp
  case lostSegments
  case tooManySegments
  case scaledLoad
  case smokeRun
  case nothingRun
  case requestsSentAgain
  case slowFirstRun
  case shellStart
  case unpreparedColdRuns
  case truncatedOutput
  case sampledMemory
  case failedItems
  case unprocessedItems
  case itemsAtWork
  case retriedItems
  case inPhase
}

/// The keys of warnings in their encoded form: what there is of a warning depends on its kind.
enum WarningKey: String, CodingKey {
  case kind, text
  case abandoned, allowed, askedPerSecond, boundBytes, category, command, confidence, cores
  case count, delayNanoseconds, dropped, elapsedNanoseconds, examples, exhausted
  case firstNanoseconds, gracePeriodNanoseconds, inFlight, items, latencyNanoseconds, limit
  case limitNanoseconds, load, maxInFlight, maxNanoseconds, medianNanoseconds, metric, name
  case names, needed, p50Nanoseconds, p95Nanoseconds, p99Nanoseconds, peak, phase
  case reachedPerSecond, ready, reason, requests, requirement, retries, runs, scale, seenBytes
  case share, used, users, usersNotSetUp, waitedNanoseconds, warning
}

/// One figure or text of a warning.
enum WarningField {
  case whole(Int)
  case number(Double)
  case rate(Rate)
  case time(Duration)
  case size(ByteSize)
  case text(String)
  case texts([String])
  case warning(Warning)

  /// Encodes the field under its key.
  func encode(into container: inout KeyedEncodingContainer<WarningKey>, _ key: WarningKey) throws {
    switch self {
    case .whole(let count): try container.encode(count, forKey: key)
    case .number(let number): try container.encodeIfPresent(number: number, forKey: key)
    case .rate(let rate): try container.encodeIfPresent(number: rate.perSecond, forKey: key)
    case .time(let time): try container.encodeIfPresent(duration: time, forKey: key)
    case .size(let size): try container.encode(size.bytes, forKey: key)
    case .text(let text): try container.encode(text, forKey: key)
    case .texts(let texts): try container.encode(texts, forKey: key)
    case .warning(let warning): try container.encodeIfPresent(part: warning, forKey: key)
    }
  }
}
