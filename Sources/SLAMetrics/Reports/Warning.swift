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
    case fewerRequestsThanUsers(requests: Int, users: Int)
    case tooFewSamples(metric: String, count: Int, needed: Int)
    case failuresUnjudged(failed: Int, count: Int)
  }

  private let reason: Reason

  /// Durations came out negative.
  package static func negativeDurations(_ count: Int) -> Warning {
    Warning(reason: .negativeDurations(count))
  }

  /// There were too few requests to keep all users busy.
  package static func fewerRequestsThanUsers(requests: Int, users: Int) -> Warning {
    Warning(reason: .fewerRequestsThanUsers(requests: requests, users: users))
  }

  /// A percentile was read off fewer samples than it is a share of.
  package static func tooFewSamples(metric: String, count: Int, needed: Int) -> Warning {
    Warning(reason: .tooFewSamples(metric: metric, count: count, needed: needed))
  }

  /// Operations failed, and no requirement limits how many may.
  package static func failuresUnjudged(failed: Int, of count: Int) -> Warning {
    Warning(reason: .failuresUnjudged(failed: failed, count: count))
  }

  /// The warning in a sentence without a full stop.
  public var description: String {
    switch reason {
    case .negativeDurations(let count):
      """
      \(count) negative duration(s), from a clock that stepped back or a negative value recorded, \
      are in no latency figure
      """
    case .fewerRequestsThanUsers(let requests, let users):
      """
      \(requests) requests cannot keep \(users) users busy; \
      ask for several times as many requests as users
      """
    case .tooFewSamples(let metric, let count, let needed):
      "\(metric) of \(count) samples is no more than their maximum; it takes at least \(needed)"
    case .failuresUnjudged(let failed, let count):
      """
      \(failed) of \(count) operations failed, and latency is judged on the others; \
      add a limit such as .errorRate <= 0.01
      """
    }
  }
}
