// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What was measured of the same work at several concurrencies.
///
/// ```swift
/// let sweep = try await LoadTest("GET /health", .users(1, requests: 240)) { _ in
///   try await api.health()
/// }.sweep(users: [10, 25, 50, 100], repeats: 3)
/// print(sweep.table)
/// sweep.scalability?.peakConcurrency  // 31.4
/// ```
///
/// What is said of several steps together, which is the fit, the knee and most findings, is said of those that are
/// sound: of a step whose load was not the one asked for, or in which nothing succeeded, there is a finding instead.
public struct SweepReport: Sendable, Equatable {
  /// The name of the load test or batch.
  public let name: String
  /// The steps by their number of users, fewest first.
  public let steps: [Step]

  /// Puts steps together.
  ///
  /// - Parameters:
  ///   - name: The name of what was measured.
  ///   - steps: Steps in any order, each with another number of users.
  package init(_ name: String, _ steps: [Step]) {
    self.name = name
    self.steps = steps.sorted { $0.users < $1.users }
  }

  /// The steps that can be compared, fewest users first.
  public var soundSteps: [Step] { steps.filter(\.isSound) }

  /// The Universal Scalability Law of the sound steps, each run a point; `nil` below four of them.
  ///
  /// - Complexity: As ``ScalabilityEstimate/init(_:confidence:)``; it is fitted at each call.
  public var scalability: ScalabilityEstimate? {
    ScalabilityEstimate(
      soundSteps.flatMap { step in
        step.rates.map { Scalability.Point(concurrency: step.users, throughput: $0) }
      }
    )
  }

  /// The sound step of the highest power, with the fewest users of several; `nil` if no step is sound.
  ///
  /// Power is throughput by mean latency: beyond the step, latency rises by a larger share than throughput. It is a
  /// figure of what was measured, without an interval. L. Kleinrock, "Power and Deterministic Rules of Thumb for
  /// Probabilistic Problems in Computer Communications", ICC 1979.
  public var knee: Step? {
    var best: (step: Step, power: Double)?
    for step in soundSteps {
      guard let power = step.power, power > best?.power ?? 0 else { continue }
      best = (step, power)
    }
    return best?.step
  }

  /// How a step differs from another; `nil` unless both have a throughput.
  ///
  /// - Parameters:
  ///   - users: The number of users of the step.
  ///   - base: The number of users of the step that it is compared to.
  /// - Returns: The difference, as a share of the throughput of `base`.
  public func comparison(of users: Int, to base: Int) -> SweepComparison? {
    guard let step = steps.first(where: { $0.users == users }),
      let base = steps.first(where: { $0.users == base })
    else { return nil }
    return SweepComparison(of: step, to: base)
  }
}
