// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss: a list of rows, each with the reports of its runs.
extension MatrixReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case rows
  }

  /// Encodes the report.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(parts: rows, forKey: .rows)
  }

  /// Decodes a report.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(try container.decode(parts: Row.self, forKey: .rows))
    var names: Set<[String?]> = []
    for row in rows where !names.insert([row.configuration, row.profile]).inserted {
      throw DecodingError.contradiction(decoder, "two rows are called \"\(row.name)\"")
    }
  }
}

/// Encoded as its names, the reports of its runs, and why it did not start.
extension MatrixReport.Row: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case configuration, profile, runs, faults
  }

  private struct Fault: Codable {
    let category: String
    let reason: String
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(configuration, forKey: .configuration)
    try container.encodeIfPresent(profile, forKey: .profile)
    try container.encode(runs, forKey: .runs)
    let faults = faults.map { Fault(category: "\($0.category)", reason: $0.reason) }
    try container.encode(faults, forKey: .faults)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .configuration),
      profile: try container.decodeIfPresent(String.self, forKey: .profile)
    )
    runs = try container.decode([LoadReport].self, forKey: .runs)
    faults = try container.decode([Fault].self, forKey: .faults).map {
      try FailureKind(category: $0.category, reason: $0.reason, decoder)
    }
  }
}
