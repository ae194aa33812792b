// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss: the load report, and what became of the items.
extension BatchReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case report, itemCount, failures, retries
  }

  /// Encodes the report.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(itemCount, forKey: .itemCount)
    try container.encode(parts: failures, forKey: .failures)
    try container.encodeIfPresent(part: retries, forKey: .retries)
    try container.encode(loadReport, forKey: .report)
  }

  /// Decodes a report.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      warned: try container.decode(LoadReport.self, forKey: .report),
      itemCount: try container.decodeCount(forKey: .itemCount),
      failures: try container.decode(parts: FailedItems.self, forKey: .failures),
      retries: try container.decode(part: ItemRetries.self, forKey: .retries)
    )
    guard processedCount <= itemCount, retries.itemCount <= processedCount,
      retries.exhaustedCount <= failureCount
    else {
      throw DecodingError.contradiction(
        decoder,
        """
        \(processedCount) of \(itemCount) items were processed, \(retries.itemCount) tried again, and \
        \(retries.exhaustedCount) of \(failureCount) failed at the last retry
        """
      )
    }
    let examples = failures.flatMap(\.examples)
    guard failures.map(\.count).reduce(0, { $0.saturatingAdd($1) }) == failureCount,
      Set(failures.map(\.kind)).count == failures.count,
      examples.allSatisfy({ $0.place < itemCount && $0.attempts - 1 <= retries.limit })
    else {
      throw DecodingError.contradiction(
        decoder,
        "the failures of items are not \(failureCount), of \(itemCount) items, tried \(retries.limit) times more at most"
      )
    }
  }
}

/// Encoded as the kind of the failures, their number, and examples.
extension FailedItems: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case category, reason, count, examples
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("\(kind.category)", forKey: .category)
    try container.encode(kind.reason, forKey: .reason)
    try container.encode(count, forKey: .count)
    try container.encode(parts: examples, forKey: .examples)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try FailureKind(
        category: container.decode(String.self, forKey: .category),
        reason: container.decode(String.self, forKey: .reason),
        decoder
      ),
      count: try container.decodeCount(forKey: .count),
      examples: try container.decode(parts: Example.self, forKey: .examples)
    )
    guard examples.count <= min(count, Self.mostExamples),
      examples.allSatisfy({ $0.attempts >= 1 })
    else {
      throw DecodingError.contradiction(decoder, "\(examples.count) examples of \(count) failures")
    }
  }
}

extension FailedItems.Example: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case place, item, attempts
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(place, forKey: .place)
    try container.encode(item, forKey: .item)
    try container.encode(attempts, forKey: .attempts)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      place: try container.decodeCount(forKey: .place),
      item: try container.decode(String.self, forKey: .item),
      attempts: try container.decodeCount(forKey: .attempts)
    )
  }
}

/// Encoded with how many items were tried again once, twice, and so on, as a list of both numbers.
extension ItemRetries: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case limit, items, exhausted
  }

  private struct Items: Codable {
    let retries: Int
    let count: Int
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(limit, forKey: .limit)
    try container.encode(exhaustedCount, forKey: .exhausted)
    let items = itemCounts.sorted { $0.key < $1.key }.map {
      Items(retries: $0.key, count: $0.value)
    }
    try container.encode(items, forKey: .items)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let limit = try container.decodeWhole(forKey: .limit)
    let items = try container.decode([Items].self, forKey: .items)
    let isPossible = items.allSatisfy { $0.retries >= 1 && $0.retries <= limit && $0.count >= 1 }
    guard isPossible, Set(items.map(\.retries)).count == items.count else {
      throw DecodingError.contradiction(
        decoder,
        "items are tried again from 1 to \(limit) times, each number once in the list"
      )
    }
    self.init(
      limit: limit,
      itemCounts: Dictionary(uniqueKeysWithValues: items.map { ($0.retries, $0.count) }),
      exhaustedCount: try container.decodeCount(forKey: .exhausted)
    )
  }
}
