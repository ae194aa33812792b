// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The names of a load's operations, each with a number by which it is recorded.
final class OperationNames: Sendable {
  /// The most names that are told apart: a name for each item would take memory without end.
  ///
  /// More if more are known beforehand, which have an end.
  static func limit(declaring count: Int) -> Int { max(200, count) }
  /// All operations whose names came after those.
  static let further = "further operations"

  /// The names of their segments.
  let segments = SegmentNames()
  private let limit: Int
  private let names: Guarded<(list: [String], numbers: [String: Int])>

  /// Creates a list of the names that are known beforehand, in the order of reports.
  init(_ declared: [String]) {
    limit = Self.limit(declaring: declared.count)
    names = Guarded(([], [:]))
    for name in declared { _ = number(of: name) }
  }

  /// All names by their numbers.
  ///
  /// A list of its own: one that shares its memory with that under the lock is ordered with later changes by the counts of
  /// references alone, which the thread sanitizer does not see.
  var list: [String] { names.withLock { $0.list.map(\.self) } }

  /// The number of a name, which is its next one at first.
  func number(of name: String) -> Int {
    names.withLock { names in
      if let number = names.numbers[name] { return number }
      let name = names.list.count < limit ? name : Self.further
      if let number = names.numbers[name] { return number }
      names.list.append(name)
      names.numbers[name] = names.list.count - 1
      return names.list.count - 1
    }
  }
}
