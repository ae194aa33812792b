// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Something to know before trusting a figure, with what to do about it.
///
/// Warnings are values inside results; the library prints none by itself.
public struct Warning: Sendable, Hashable, CustomStringConvertible {
  /// Every reason to warn; one place renders them.
  private enum Reason: Hashable {
    case negativeDurations(Int)
    case clockSteps(Int)
    case beyondRange(Int)
    case fewerRequestsThanUsers(requests: Int, users: Int)
    case requestsNotMade(count: Int, requests: Int)
    case idleUsers(users: Int, peak: Int)
    case tooFewSamples(metric: String, count: Int, needed: Int)
    case failuresNotAllowed
  }

  private let reason: Reason

  /// Durations came out negative.
  package static func negativeDurations(_ count: Int) -> Warning {
    Warning(reason: .negativeDurations(count))
  }

  /// The clock stepped back during operations.
  package static func clockSteps(_ count: Int) -> Warning { Warning(reason: .clockSteps(count)) }

  /// Durations were beyond the range of a recorder.
  package static func beyondRange(_ count: Int) -> Warning { Warning(reason: .beyondRange(count)) }

  /// All that is to be known of what is no duration within the range.
  package static func all(of irregularities: Irregularities) -> [Warning] {
    let counted: [(Int, (Int) -> Warning)] = [
      (irregularities.negative, negativeDurations), (irregularities.clockSteps, clockSteps),
      (irregularities.beyondRange, beyondRange),
    ]
    return counted.filter { $0.0 > 0 }.map { count, warning in warning(count) }
  }

  /// There were too few requests to keep all users busy.
  package static func fewerRequestsThanUsers(requests: Int, users: Int) -> Warning {
    Warning(reason: .fewerRequestsThanUsers(requests: requests, users: users))
  }

  /// Fewer operations ran than were asked for.
  package static func requestsNotMade(_ count: Int, of requests: Int) -> Warning {
    Warning(reason: .requestsNotMade(count: count, requests: requests))
  }

  /// Users did not run at once as asked.
  package static func idleUsers(_ users: Int, peak: Int) -> Warning {
    Warning(reason: .idleUsers(users: users, peak: peak))
  }

  /// A percentile was read off fewer samples than it is a share of.
  package static func tooFewSamples(metric: String, count: Int, needed: Int) -> Warning {
    Warning(reason: .tooFewSamples(metric: metric, count: count, needed: needed))
  }

  /// Operations failed, and no requirement says how many may.
  package static let failuresNotAllowed = Warning(reason: .failuresNotAllowed)

  /// The warning in a sentence without a full stop.
  public var description: String {
    switch reason {
    case .negativeDurations(let count):
      """
      \(count) \(count == 1 ? "duration was" : "durations were") recorded as negative, and \
      \(count == 1 ? "is" : "are") in no latency figure
      """
    case .clockSteps(let count):
      """
      the clock stepped back during \(count) \(count == 1 ? "operation, which is" : "operations, which are") \
      in no latency figure
      """
    case .beyondRange(let count):
      """
      \(count) \(count == 1 ? "duration was" : "durations were") 73 minutes or longer; \
      if that cannot be, look at the unit of what was recorded
      """
    case .fewerRequestsThanUsers(let requests, let users):
      """
      \(requests) requests cannot keep \(users) users busy; \
      ask for several times as many requests as users
      """
    case .requestsNotMade(let count, let requests):
      """
      only \(count) of \(requests) requests were made; \
      an operation must not cancel the task that runs it
      """
    case .idleUsers(let users, let peak):
      """
      at most \(peak) of \(users) users ran at once; operations that block a thread or compute share \
      as many threads as there are cores
      """
    case .tooFewSamples(let metric, let count, let needed):
      """
      \(metric) of \(count) \(count == 1 ? "sample is that one" : "samples is just the longest"); \
      it takes at least \(needed)
      """
    case .failuresNotAllowed:
      """
      no requirement says how many operations may fail, so none may; \
      add one such as .errorRate <= 0.01 to allow some
      """
    }
  }
}
