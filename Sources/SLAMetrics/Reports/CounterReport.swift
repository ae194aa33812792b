// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How often the operations of a load did something that is no operation itself, such as a transition of a state.
public struct CounterReport: Sendable, Hashable {
  /// The name of the counter.
  public let name: String
  /// How often, in `0...`; also by operations that failed, for it was done nevertheless.
  public let count: Int
  /// From the start of the load to its end.
  package var elapsed: Duration?

  package init(_ name: String, count: Int, elapsed: Duration? = nil) {
    self.name = name
    self.count = count
    self.elapsed = elapsed
  }

  /// How often by the time of the load, or `nil` if no time passed.
  public var rate: Rate? { elapsed.flatMap { Rate(count, in: $0) } }
}

extension [CounterReport] {
  /// Adds what was counted elsewhere, counter by counter.
  package mutating func merge(_ others: [CounterReport]) {
    for other in others {
      if let place = firstIndex(where: { $0.name == other.name }) {
        self[place] = CounterReport(
          other.name,
          count: self[place].count.saturatingAdd(other.count)
        )
      } else {
        append(other)
      }
    }
  }
}
