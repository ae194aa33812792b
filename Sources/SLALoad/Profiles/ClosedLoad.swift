// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The plan of a closed load: so many users, each starting its next operation when one ends.
///
/// A pure function of numbers; the loops that follow it are in `Running`.
package struct ClosedLoad: Sendable, Hashable {
  /// When no further operation starts.
  package enum Limit: Sendable, Hashable {
    /// After so many operations in all, in `0...`.
    case requests(Int)
    /// After so many operations of each user, in `0...`.
    case iterationsEach(Int)
    /// After so long, in `0...` nanoseconds.
    case duration(Int64)
  }

  /// How many operations run at once at most, in `0...`.
  package let users: Int
  package let limit: Limit
  /// Users that start per second; `nil` if all start at once.
  package let spawnRate: Double?
  package var thinkTime = ThinkTime.none
  /// Whether operations begin in the order of their tickets, so that users take these one at a time.
  package var isInOrder = false

  package init(users: Int, limit: Limit, spawnRate: Double? = nil) {
    trap(unless: users >= 0, "users must not be negative (was \(users))")
    switch limit {
    case .requests(let requests):
      trap(unless: requests >= 0, "requests must not be negative (was \(requests))")
    case .iterationsEach(let iterations):
      trap(unless: iterations >= 0, "iterations must not be negative (was \(iterations))")
    case .duration(let nanoseconds):
      trap(unless: nanoseconds >= 0, "the duration must not be negative (was \(nanoseconds) ns)")
    }
    if let spawnRate {
      trap(
        unless: spawnRate.isFinite && spawnRate > 0,
        "the spawn rate must be a finite number above 0 (was \(spawnRate))"
      )
    }
    self.users = users
    self.limit = limit
    self.spawnRate = spawnRate
  }

  /// How many users find something to do.
  package var workers: Int {
    switch limit {
    case .requests(let requests): min(users, requests)
    case .iterationsEach(let iterations): iterations > 0 ? users : 0
    case .duration(let nanoseconds):
      // Those whose start comes when the load is over would only be waited for.
      spawnRate == nil || nanoseconds == 0
        ? users : (0..<users).prefix { start(ofUser: $0) < nanoseconds }.count
    }
  }

  /// The operations that are to be made in all, or `nil` if time decides.
  package var operations: Int? {
    switch limit {
    case .requests(let requests): users > 0 ? requests : 0
    case .iterationsEach(let iterations):
      // Nobody lives to see the overflow.
      users.multipliedReportingOverflow(by: iterations).overflow ? .max : users * iterations
    case .duration: nil
    }
  }

  /// How long operations start, in nanoseconds, or `nil` if their number decides.
  package var duration: Int64? {
    if case .duration(let nanoseconds) = limit { nanoseconds } else { nil }
  }

  /// When a user begins, in nanoseconds since the load began.
  package func start(ofUser user: Int) -> Int64 {
    spawnRate.map { Int64((min(Double(user) / $0, 1e9) * 1e9).rounded()) } ?? 0
  }

  /// Whether an operation may start.
  ///
  /// - Parameters:
  ///   - ticket: How many operations took a ticket before this one, in `0...`: of all users, or of its own
  ///     where each has a number of its own.
  ///   - elapsed: Nanoseconds since the run began.
  /// - Returns: Whether the operation is part of the load.
  package func admits(ticket: Int, elapsed: Int64) -> Bool {
    switch limit {
    case .requests(let requests): ticket < requests
    case .iterationsEach(let iterations): ticket < iterations
    case .duration(let nanoseconds): elapsed < nanoseconds
    }
  }

  /// How many tickets a user takes at a time, so that users seldom meet at the counter.
  ///
  /// An eighth of a fair share of what is left at most: a user that is slow with those it holds then delays
  /// the end only if it is eight times slower than the others. Users that think hold none while they do, and where
  /// operations begin in order, as the items of a batch, nobody holds one while another user is free.
  ///
  /// - Parameter taken: How many tickets were taken so far.
  /// - Returns: A number in `1...32`.
  package func ticketsAtOnce(taken: Int) -> Int {
    guard thinkTime == .none, !isInOrder else { return 1 }
    guard case .requests(let requests) = limit else { return 32 }
    return min(max((requests - taken) / 8 / max(workers, 1), 1), 32)
  }

  /// The same load of another number of users.
  package func with(users: Int) -> ClosedLoad {
    var load = ClosedLoad(users: users, limit: limit, spawnRate: spawnRate)
    load.thinkTime = thinkTime
    load.isInOrder = isInOrder
    return load
  }

  /// The same users for another limit, all at once.
  package func limited(to limit: Limit) -> ClosedLoad {
    var load = ClosedLoad(users: users, limit: limit)
    load.thinkTime = thinkTime
    return load
  }
}

extension ClosedLoad: CustomStringConvertible {
  package var description: String {
    let limit =
      switch limit {
      case .requests(let requests): ", \(count(requests, "request"))"
      case .iterationsEach(let iterations): ", \(count(iterations, "iteration")) each"
      case .duration(let nanoseconds): " for \(Duration.nanoseconds(nanoseconds).exactText)"
      }
    let spawning = spawnRate.map { ", \(RateText.number($0)) more each second" } ?? ""
    let thinking = thinkTime == .none ? "" : ", \(thinkTime)"
    return count(users, "user") + limit + spawning + thinking
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
