// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a row must not exceed.
enum Target: Equatable, Sendable {
  /// Nanoseconds per operation.
  case nanoseconds(Double)
  /// A multiple of the floor.
  case timesFloor(Double)
  /// A multiple of another row, by its name, in each round.
  case timesRow(String, Double)
  /// Bytes of memory.
  case bytes(Int)

  /// Whether a result keeps to it; `false` where the figure is missing.
  func isMet(by result: Result) -> Bool {
    switch self {
    case .nanoseconds(let limit): (result.nanoseconds ?? .nan) <= limit
    case .timesFloor(let limit): (result.timesFloor ?? .nan) <= limit
    case .timesRow(_, let limit): (result.timesRow ?? .nan) <= limit
    case .bytes(let limit): (result.bytes ?? .max) <= limit
    }
  }

  var text: String {
    switch self {
    case .nanoseconds(let limit): "<= " + Text.time(limit)
    case .timesFloor(let limit): "<= " + Text.fixed(limit, 2) + " x"
    case .timesRow(let name, let limit):
      "<= " + Text.fixed(limit, 2) + " x " + name.prefix { $0 != "," }
    case .bytes(let limit): "<= " + Text.grouped(limit)
    }
  }
}
