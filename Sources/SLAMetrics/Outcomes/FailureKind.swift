// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Why an operation failed: a category, and a short reason by which failures are counted.
///
/// Failures of one kind are counted together, so a kind says what went wrong in general ("status
/// 503"), not for whom or when: leave identifiers and times out.
public struct FailureKind: Sendable, Hashable, CustomStringConvertible {
  /// The most characters that a reason keeps; longer ones are cut.
  static let longestReason = 120

  /// What the failure means for an SLA.
  public let category: FailureCategory
  /// The reason in one line, at most 120 characters.
  public let reason: String

  /// Creates a kind from a category and a reason, of which it keeps the first line that says anything.
  ///
  /// - Parameters:
  ///   - category: What the failure means for an SLA.
  ///   - reason: What went wrong, for example `"queue full"`; the name of the category if it says nothing.
  public init(_ category: FailureCategory, reason: String = "") {
    self.category = category
    self.reason = Self.firstLine(of: reason) ?? category.description
  }

  /// Creates a kind of no particular category.
  ///
  /// - Parameter reason: What went wrong, for example `"queue full"`.
  public init(_ reason: String) {
    category = .other
    self.reason = Self.firstLine(of: reason) ?? "unknown failure"
  }

  /// The service asked for fewer requests.
  public static let throttled = FailureKind(.throttled)
  /// The service would not do what was asked.
  public static let rejected = FailureKind(.rejected)
  /// The service failed.
  public static let serverError = FailureKind(.serverError)
  /// The answer did not come in time.
  public static let timeout = FailureKind(.timeout)
  /// The request or its answer was lost.
  public static let transport = FailureKind(.transport)
  /// The operation was cancelled before it ended.
  public static let cancelled = FailureKind(.cancelled)
  /// An answer came, and was wrong.
  public static let invalidResult = FailureKind(.invalidResult)

  /// All kinds that came after the first 32 of one recorder; nothing is left uncounted.
  package static let furtherKinds = FailureKind("other kinds")
  /// Whether this stands for the kinds that are not told apart.
  package var isFurtherKinds: Bool { self == .furtherKinds }

  /// The reason, with the category where that says more: `server error (status 503)`.
  public var description: String {
    switch category {
    case .other: reason
    default: reason == category.description ? reason : "\(category) (\(reason))"
    }
  }

  private static func firstLine(of reason: String) -> String? {
    // Control characters first: a reason that was kept once stays as it is when it is read back.
    let lines = reason.split(whereSeparator: \.isNewline).lazy
      .map { Self.trimmed(String($0.map { $0.isControl ? " " : $0 })) }
    guard let line = lines.first(where: { !$0.isEmpty }).map(String.init) else { return nil }
    return line.count <= Self.longestReason ? line : line.prefix(Self.longestReason - 1) + "…"
  }

  private static func trimmed(_ line: String) -> Substring {
    let start = line.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}

extension Character {
  /// Whether it would move the cursor or change the colour of a terminal.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
