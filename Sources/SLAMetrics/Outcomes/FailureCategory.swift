// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The sort of a failure, by what it means for an SLA.
public struct FailureCategory: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The sorts there are; more may come, so the enumeration is not public.
  private enum Sort: String, CaseIterable {
    case throttled
    case rejected
    case serverError = "server error"
    case timeout
    case transport
    case cancelled
    case invalidResult = "invalid result"
    case other
  }

  private let sort: Sort

  /// The service asked for fewer requests, as with status 429.
  public static let throttled = FailureCategory(sort: .throttled)
  /// The service would not do what was asked, as with status 404.
  public static let rejected = FailureCategory(sort: .rejected)
  /// The service failed, as with status 500.
  public static let serverError = FailureCategory(sort: .serverError)
  /// The answer did not come in time.
  public static let timeout = FailureCategory(sort: .timeout)
  /// The request or its answer was lost: no connection, a name not found, a broken stream.
  public static let transport = FailureCategory(sort: .transport)
  /// The operation was cancelled before it ended.
  public static let cancelled = FailureCategory(sort: .cancelled)
  /// An answer came, and was wrong.
  public static let invalidResult = FailureCategory(sort: .invalidResult)
  /// Anything else.
  public static let other = FailureCategory(sort: .other)

  /// Every category, in the order in which they are listed.
  public static let all = Sort.allCases.map { FailureCategory(sort: $0) }

  /// The category of a name such as `server error`, or `nil` for a name that is none.
  ///
  /// - Parameter name: What `description` gives.
  public init?(_ name: String) {
    guard let sort = Sort(rawValue: name) else { return nil }
    self.sort = sort
  }

  private init(sort: Sort) {
    self.sort = sort
  }

  /// The name in words: `server error`.
  public var description: String { sort.rawValue }

  /// Whether one category is listed before another.
  public static func < (left: FailureCategory, right: FailureCategory) -> Bool {
    position(of: left) < position(of: right)
  }

  private static func position(of category: FailureCategory) -> Int {
    Sort.allCases.firstIndex(of: category.sort) ?? 0
  }
}
