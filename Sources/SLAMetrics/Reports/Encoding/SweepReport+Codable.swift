// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss: a list of steps, each with the reports of its runs.
extension SweepReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, steps
  }

  /// Encodes the report.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(parts: steps, forKey: .steps)
  }

  /// Decodes a report.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .name),
      try container.decode(parts: Step.self, forKey: .steps)
    )
    for (step, next) in zip(steps, steps.dropFirst()) where step.users == next.users {
      throw DecodingError.contradiction(decoder, "two steps have \(step.users) users")
    }
  }
}

/// Encoded as its users and the reports of its runs; with throughput and its interval for other programs.
extension SweepReport.Step: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case users, runs, throughputPerSecond, lowestPerSecond, highestPerSecond
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(users, forKey: .users)
    try container.encode(runs, forKey: .runs)
    try container.encodeIfPresent(throughput?.perSecond, forKey: .throughputPerSecond)
    let interval = throughputInterval
    try container.encodeIfPresent(interval?.lowerBound.perSecond, forKey: .lowestPerSecond)
    try container.encodeIfPresent(interval?.upperBound.perSecond, forKey: .highestPerSecond)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let users = try container.decodeCount(forKey: .users)
    guard users >= 1 else {
      throw DecodingError.contradiction(decoder, "a step has 1 user at least (was \(users))")
    }
    self.init(users: users, runs: try container.decode([LoadReport].self, forKey: .runs))
  }
}
