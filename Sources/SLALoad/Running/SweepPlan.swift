// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// In what order the steps of a sweep are measured.
struct SweepPlan {
  /// The numbers of users in the order given.
  let users: [Int]
  /// How often each is measured, in `1...`.
  let repeats: Int
  let seed: UInt64

  /// Checks what was asked for.
  init(_ users: [Int], repeats: Int, seed: UInt64) {
    trap(unless: !users.isEmpty, "a sweep needs a step (was empty)")
    for number in users {
      trap(unless: number >= 1, "a step of a sweep has a user (was \(number))")
      let count = users.count { $0 == number }
      trap(
        unless: count == 1,
        "a sweep has each step once, and repeats (was \(count) of \(number))"
      )
    }
    trap(unless: repeats >= 1, "a sweep is measured at least once (was \(repeats))")
    (self.users, self.repeats, self.seed) = (users, repeats, seed)
  }

  /// The numbers of users of a round in their order: as given of a single round, otherwise one of its own.
  func order(ofRound round: Int) -> [Int] {
    guard repeats > 1 else { return users }
    var generator = SeededGenerator(seed: seed, round, SeededGenerator.ofSweep)
    return users.shuffled(using: &generator)
  }

  /// Measures all steps, round by round.
  ///
  /// - Parameters:
  ///   - name: The name of what is measured.
  ///   - measure: Measures a step, by its number of users.
  /// - Returns: The runs of each step in the order of rounds.
  /// - Throws: What `measure` throws, `CancellationError` if the task was cancelled, and ``RunModeError``.
  func report(
    _ name: String,
    measure: (Int) async throws -> LoadReport
  ) async throws -> SweepReport {
    let rounds = try RunMode.current.kind == .full ? repeats : 1
    var runs: [Int: [LoadReport]] = [:]
    for (number, users) in (0..<rounds).flatMap(order).enumerated() {
      try Task.checkCancellation()
      let step = users == 1 ? "1 user" : "\(users) users"
      let run = try await ProgressStep.named(step, number, of: rounds * self.users.count) {
        try await measure(users)
      }
      runs[users, default: []].append(run)
    }
    return SweepReport(name, users.map { .init(users: $0, runs: runs[$0] ?? []) })
  }
}
