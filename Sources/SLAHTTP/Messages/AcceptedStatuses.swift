// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The statuses of an answer that count as success.
///
/// ```swift
/// try session.get("/recipes/7", accepting: 404)
/// try session.get("/old", accepting: .range(300..<400))
/// try session.delete("/recipes/7", accepting: [204, 404])
/// ```
public struct AcceptedStatuses: Sendable, Hashable, CustomStringConvertible,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral
{
  private let range: Range<Int>
  private let others: [Int]

  /// The statuses from 200 to 299.
  public static let success = AcceptedStatuses.range(200..<300)
  /// Every status: a call fails only if no answer comes.
  public static let any = AcceptedStatuses.range(100..<1_000)

  /// The statuses of a range.
  ///
  /// - Parameter range: The range, of statuses in `100..<1000`.
  /// - Returns: The statuses.
  public static func range(_ range: Range<Int>) -> AcceptedStatuses {
    AcceptedStatuses(range: range, others: [])
  }

  private init(range: Range<Int>, others: [Int]) {
    self.range = range
    self.others = others
  }

  /// Creates statuses by their numbers.
  ///
  /// - Parameter statuses: The numbers.
  public init(_ statuses: [Int]) {
    self.init(range: 0..<0, others: statuses)
  }

  /// Creates the one status of a literal.
  public init(integerLiteral status: Int) {
    self.init(range: status..<status + 1, others: [])
  }

  /// Creates the statuses of a literal.
  public init(arrayLiteral statuses: Int...) {
    self.init(statuses)
  }

  /// Whether a status is one of these.
  ///
  /// - Parameter status: The status of an answer.
  /// - Returns: Whether it counts as success.
  public func contains(_ status: Int) -> Bool {
    range.contains(status) || others.contains(status)
  }

  /// The statuses in words: `200 to 299`.
  public var description: String {
    guard range.isEmpty else {
      return range.count == 1
        ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound - 1)"
    }
    return others.isEmpty ? "none" : others.map { "\($0)" }.joined(separator: " or ")
  }
}
