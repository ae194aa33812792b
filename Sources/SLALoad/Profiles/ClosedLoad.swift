// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// The plan of a closed load: so many users, each starting its next operation when one ends.
///
/// A pure function of numbers; the loop that follows it is ``ClosedLoop``.
package struct ClosedLoad: Sendable, Hashable {
  /// When no further operation starts.
  package enum Limit: Sendable, Hashable {
    /// After so many operations in all, in `0...`.
    case requests(Int)
    /// After so long, in `0...` nanoseconds.
    case duration(Int64)
  }

  /// How many operations run at once at most, in `0...`.
  package let users: Int
  package let limit: Limit

  package init(users: Int, limit: Limit) {
    trap(unless: users >= 0, "users must not be negative (was \(users))")
    switch limit {
    case .requests(let requests):
      trap(unless: requests >= 0, "requests must not be negative (was \(requests))")
    case .duration(let nanoseconds):
      trap(unless: nanoseconds >= 0, "the duration must not be negative (was \(nanoseconds) ns)")
    }
    self.users = users
    self.limit = limit
  }

  /// How many users find something to do.
  package var workers: Int {
    switch limit {
    case .requests(let requests): min(users, requests)
    case .duration: users
    }
  }

  /// Whether an operation may start.
  ///
  /// - Parameters:
  ///   - ticket: How many operations took a ticket before this one, in `0...`.
  ///   - elapsed: Nanoseconds since the run began.
  /// - Returns: Whether the operation is part of the load.
  package func admits(ticket: Int, elapsed: Int64) -> Bool {
    switch limit {
    case .requests(let requests): ticket < requests
    case .duration(let nanoseconds): elapsed < nanoseconds
    }
  }

  /// What made the load less than it says, if anything.
  ///
  /// - Parameter report: What was measured under it.
  /// - Returns: Warnings, none of a load that was offered as asked.
  package func warnings(on report: LoadReport) -> [Warning] {
    guard report.count > 0 else { return [] }
    var warnings: [Warning] = []
    if case .requests(let requests) = limit {
      if requests < users {
        warnings.append(.fewerRequestsThanUsers(requests: requests, users: users))
      }
      if report.count < requests {
        warnings.append(.requestsNotMade(report.count, of: requests))
      }
    }
    if let peak = report.peakInFlight, areIdle(peak: peak) {
      warnings.append(.idleUsers(workers, peak: peak))
    }
    return warnings
  }

  /// Whether users ran at once less than asked.
  ///
  /// Below three quarters of them: the last few may find everything done before they begin, while
  /// four that block on two cores must not go unnoticed.
  private func areIdle(peak: Int) -> Bool { 4 * peak < 3 * workers }
}

extension ClosedLoad: CustomStringConvertible {
  package var description: String {
    switch limit {
    case .requests(let requests): "\(count(users, "user")), \(count(requests, "request"))"
    case .duration(let nanoseconds):
      "\(count(users, "user")) for \(Duration.nanoseconds(nanoseconds).exactText)"
    }
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
