// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// How arrivals of an open load lie within their rate.
public struct ArrivalSpacing: Sendable, Hashable, CustomStringConvertible {
  private enum Kind: String {
    case even = "evenly spaced"
    case poisson = "Poisson"
  }

  private let kind: Kind

  /// At equal distances.
  public static let even = ArrivalSpacing(kind: .even)
  /// As independent callers arrive: the gaps between them have an exponential distribution.
  public static let poisson = ArrivalSpacing(kind: .poisson)

  /// The name in words: `evenly spaced`.
  public var description: String { kind.rawValue }
}
