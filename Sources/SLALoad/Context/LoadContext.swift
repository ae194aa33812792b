// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What an operation under load knows of itself.
public struct LoadContext: Sendable, Hashable {
  /// The user that runs the operation, in `0..<users`; of arrivals the worker, in `0..<maxInFlight`.
  public let user: Int
  /// The number of the operation within the run, in `0...`; no two have the same.
  public let iteration: Int
  /// How many operations the same user began before this one.
  package let turn: Int
  package let seed: UInt64

  package init(user: Int, iteration: Int, turn: Int = 0, seed: UInt64 = 0) {
    self.user = user
    self.iteration = iteration
    self.turn = turn
    self.seed = seed
  }

  /// A source of random numbers for this operation, by the seed of the load test.
  ///
  /// Every call starts the same sequence; keep the generator in a variable to go on.
  ///
  /// - Returns: A generator that depends on the seed, the user, and how many operations that user began before.
  public func generator() -> SeededGenerator { SeededGenerator(seed: seed, user, turn) }
}
