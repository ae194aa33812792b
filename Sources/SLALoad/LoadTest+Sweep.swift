// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension LoadTest {
  /// Offers the same load with several numbers of users, one after another.
  ///
  /// ```swift
  /// let sweep = try await LoadTest("GET /health", .users(1, requests: 240)) { _ in
  ///   try await api.health()
  /// }.sweep(users: [10, 25, 50, 100])
  /// print(sweep.table)
  /// ```
  ///
  /// Only the number of users changes: a number of requests is that of each step, iterations are of each user. Each
  /// step should last a few seconds, for a steady run of one second says little; findings need four steps. With one
  /// repeat steps go in the order given; with more each round has an order of its own, by the seed of the load test, so
  /// that what changes over time meets all steps. With `SLA_MODE=smoke` each step runs once.
  ///
  /// - Parameters:
  ///   - users: How many users each step has, each number once, at least 1.
  ///   - repeats: How often each step is measured, at least 1; three or more give intervals that hold from run to run.
  /// - Returns: What was measured, the step of the fewest users first.
  /// - Throws: As ``run()``; after a throw nothing is kept.
  /// - Precondition: The profile has users, and no phases; numbers are in their range; a load on the caller's actor has
  ///   one user at each step.
  public func sweep(users: [Int], repeats: Int = 1) async throws -> SweepReport {
    guard case .closed(let load) = profile.kind else {
      trap(unless: false, "a sweep is of users, which this load has none of (was \(profile))")
      return SweepReport(name, [])
    }
    let plan = SweepPlan(users, repeats: repeats, seed: options.seed)
    trap(
      unless: !isSequential || users == [1],
      "a load on the caller's actor has one user at a time (was asked for \(users))"
    )
    return try await plan.report(name) { users in
      var test = self
      test.profile = LoadProfile(.closed(load.with(users: users)))
      return try await test.run()
    }
  }
}
