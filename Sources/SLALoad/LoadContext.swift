// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What an operation under load knows of itself.
public struct LoadContext: Sendable, Hashable {
  /// The user that runs the operation, in `0..<users`.
  public let user: Int
  /// How many operations of the run, of all users, started before this one, in `0...`.
  public let iteration: Int

  package init(user: Int, iteration: Int) {
    self.user = user
    self.iteration = iteration
  }
}
