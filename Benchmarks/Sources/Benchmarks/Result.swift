// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What came out for one row.
struct Result: Encodable {
  let name: String
  /// The median of the rounds per operation, net; `nil` where only memory counts.
  let nanoseconds: Double?
  /// The cheapest round.
  let minimumNanoseconds: Double?
  /// How many times the floor; `nil` of rows whose operation is no single timing or recording.
  let timesFloor: Double?
  /// How many times the row that the target names.
  let timesRow: Double?
  let bytes: Int?
  private(set) var target: String?
  private(set) var isMet: Bool?

  init(
    _ row: Row,
    _ prepared: Row.Prepared,
    _ measured: Measurement,
    floor: Measurement,
    other: Measurement?
  ) {
    name = row.name
    nanoseconds = Self.number(measured.median)
    minimumNanoseconds = Self.number(measured.minimum)
    timesFloor = row.isLoop ? Self.number(measured.ratio(to: floor)) : nil
    timesRow = other.flatMap { Self.number(measured.ratio(to: $0)) }
    bytes = prepared.bytes?()
    target = row.target?.text
    isMet = row.target?.isMet(by: self)
  }

  private static func number(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
