// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the steps of a sweep show together, or why they do not.
///
/// Each is a value with its figures; the sentences are made where reports are.
public enum SweepFinding: Sendable, Hashable {
  /// Throughput is highest at the base, or not lower there beyond doubt, and is lower beyond doubt at every step with more
  /// users; the last one is compared.
  case counterproductive(SweepComparison)
  /// Throughput is highest at the last step, and higher than at the one before beyond doubt.
  case stillRising(SweepComparison)
  /// No step with more users than the base has more throughput by more than a tenth of it, beyond doubt, or any more
  /// that is beyond doubt; the last one is compared.
  case flat(SweepComparison)
  /// Where the Universal Scalability Law has its peak, with its interval, among the concurrencies measured.
  case peak(users: Double, lowerBound: Double, upperBound: Double)
  /// There are too few sound steps to conclude anything, which takes four: so many, of so many.
  case tooFewSteps(sound: Int, all: Int)
  /// The load of a step was not the one asked for.
  case invalidLoad(users: Int, Warning)
  /// Nothing ended in some run of a step.
  case nothingMeasured(users: Int)
  /// All operations of a step failed, or all of one of its runs: so many of as many.
  case allFailed(users: Int, count: Int)
}
