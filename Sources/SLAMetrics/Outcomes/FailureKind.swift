// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Why an operation failed, as a short text by which failures are counted.
///
/// Failures of one kind are counted together, so a kind says what went wrong in general ("status
/// 503"), not for whom or when: leave identifiers and times out.
public struct FailureKind: Sendable, Hashable, CustomStringConvertible {
  /// The most characters that a reason keeps; longer ones are cut.
  static let longestReason = 120

  /// The reason in one line, at most 120 characters.
  public let reason: String

  /// Creates a kind from a reason, of which it keeps the first line that says anything.
  ///
  /// - Parameter reason: What went wrong, for example `"status 503"`.
  public init(_ reason: String) {
    let lines = reason.split(whereSeparator: \.isNewline).lazy.map(Self.trimmed)
    let first = lines.first { !$0.isEmpty } ?? "unknown failure"
    let line = String(first.map { $0.isControl ? " " : $0 })
    self.reason =
      line.count <= Self.longestReason ? line : line.prefix(Self.longestReason - 1) + "…"
  }

  /// Creates the kind of a thrown error: its description, or ``cancelled``.
  ///
  /// - Parameter error: What the operation threw.
  public init(_ error: any Error) {
    guard !(error is CancellationError) else {
      self = .cancelled
      return
    }
    let description = Self.general(String(describing: error))
    self.init(description.isEmpty ? String(describing: type(of: error)) : description)
  }

  /// The operation was cancelled before it ended.
  public static let cancelled = FailureKind("cancelled")

  /// All kinds that came after the first 32 of one recording; nothing is left uncounted.
  public static let other = FailureKind("other kinds")

  /// The reason.
  public var description: String { reason }

  /// What a description says of the failure in general.
  ///
  /// Foundation's errors print as `Error Domain=NSURLErrorDomain Code=-1004 "(null)"UserInfo={…}`,
  /// where the user information names the address and changes its order from error to error.
  private static func general(_ description: String) -> String {
    guard description.hasPrefix("Error Domain=") else { return description }
    let end = description.firstRange(of: "UserInfo={")?.lowerBound ?? description.endIndex
    let head = description[..<end].dropFirst("Error Domain=".count)
    return String(head.replacing("Code=", with: "code ").replacing(" \"(null)\"", with: ""))
  }

  private static func trimmed(_ line: Substring) -> Substring {
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
