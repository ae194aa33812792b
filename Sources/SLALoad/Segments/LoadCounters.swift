// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// How often operations of a phase did things that are no operations themselves, by name.
final class LoadCounters: Sendable {
  /// The most names that are told apart: a name for each item would take memory without end.
  static let limit = 200
  /// All that has a name which came after those.
  static let further = "further counters"

  /// The names in the order in which they came first.
  private let names = Guarded<[String]>([])
  /// Counts by stripe, so that threads seldom wait for each other.
  private let stripes = (0..<ThreadStripe.count).map { _ in Stripe() }

  private final class Stripe: Sendable {
    let counts = Guarded<[String: Int]>([:])
  }

  /// Adds to a counter; any thread may.
  func add(_ count: Int, to name: String) {
    stripes[ThreadStripe.current].counts.withLock { counts in
      if let place = counts.index(forKey: name) {
        counts.values[place] = counts.values[place].saturatingAdd(count)
      } else {
        let name = kept(name)
        counts[name] = (counts[name] ?? 0).saturatingAdd(count)
      }
    }
  }

  /// The name under which a name is counted.
  private func kept(_ name: String) -> String {
    names.withLock { names in
      if names.contains(name) { return name }
      let name = names.count < Self.limit ? name : Self.further
      if !names.contains(name) { names.append(name) }
      return name
    }
  }

  /// What was counted so far, in the order in which the names came first.
  var counts: [CounterReport] {
    var totals: [String: Int] = [:]
    for stripe in stripes {
      stripe.counts.withLock { counts in totals.merge(counts) { $0.saturatingAdd($1) } }
    }
    return names.withLock { names in names.map { CounterReport($0, count: totals[$0] ?? 0) } }
  }
}
