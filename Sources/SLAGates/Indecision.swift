// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

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
  /// The limit is one that everything keeps, or all but a total failure.
  case promisesNothing
}
