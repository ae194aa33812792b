// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded as samples, or as bucket and count in turn, with what those do not tell.
extension Histogram: Codable {
  private enum CodingKeys: String, CodingKey {
    case samples, ends, isOrdered, buckets, first, last, sum, minimum, maximum, negative, clockSteps
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(samples, forKey: .samples)
    try container.encode(ends, forKey: .ends)
    try container.encode(isOrdered, forKey: .isOrdered)
    try container.encode(buckets.flatMap { [$0.index, $0.count] }, forKey: .buckets)
    try container.encode(first.flatMap { [$0.end, $0.nanoseconds] }, forKey: .first)
    try container.encode(last.flatMap { [$0.end, $0.nanoseconds] }, forKey: .last)
    if count > 0 {
      // In decimal digits: 128 bits are more than most formats have.
      try container.encode("\(sum)", forKey: .sum)
      try container.encode(minimum, forKey: .minimum)
      try container.encode(maximum, forKey: .maximum)
    }
    try container.encode(irregularities.negative, forKey: .negative)
    try container.encode(irregularities.clockSteps, forKey: .clockSteps)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let samples = try container.decode([Int64].self, forKey: .samples)
    let ends = try container.decode([Int64].self, forKey: .ends)
    let numbers = try container.decode([Int].self, forKey: .buckets)
    guard ends.isEmpty || ends.count == samples.count else {
      throw DecodingError.contradiction(decoder, "\(samples.count) samples have \(ends.count) ends")
    }
    guard samples.isEmpty || numbers.isEmpty else {
      throw DecodingError.contradiction(decoder, "there are samples, and counts by bucket too")
    }
    guard samples.allSatisfy({ $0 >= 0 }) else {
      throw DecodingError.contradiction(decoder, "a sample is negative")
    }
    self.init()
    self.samples = samples
    self.ends = ends
    isOrdered = try container.decode(Bool.self, forKey: .isOrdered)
    guard isOrdered || samples == samples.sorted() else {
      throw DecodingError.contradiction(
        decoder,
        "samples are neither in order of completion nor sorted"
      )
    }
    buckets = try Self.buckets(numbers, decoder)
    first = try Self.completions(try container.decode([Int64].self, forKey: .first), decoder)
    last = try Self.completions(try container.decode([Int64].self, forKey: .last), decoder)
    let total = buckets.reduce(Int128(samples.count)) { $0 + Int128($1.count) }
    guard total <= largestCount else {
      throw DecodingError.contradiction(
        decoder,
        "\(total) samples; at most \(largestCount) are read"
      )
    }
    count = Int(total)
    irregularities.negative = try container.decodeCount(forKey: .negative)
    irregularities.clockSteps = try container.decodeCount(forKey: .clockSteps)
    irregularities.beyondRange = countBeyondRange
    reconcile(sum: 0, minimum: 0, maximum: 0)
    guard count > 0 else { return }
    guard let sum = Int128(try container.decode(String.self, forKey: .sum)) else {
      throw DecodingError.contradiction(decoder, "the sum is no whole number")
    }
    let minimum = try container.decode(Int64.self, forKey: .minimum)
    let maximum = try container.decode(Int64.self, forKey: .maximum)
    reconcile(sum: sum, minimum: minimum, maximum: maximum)
    for (name, given, possible) in [
      ("sum", sum, self.sum), ("minimum", Int128(minimum), Int128(self.minimum)),
      ("maximum", Int128(maximum), Int128(self.maximum)),
    ] where given != possible {
      throw DecodingError.contradiction(
        decoder,
        "the \(name) \(given) is none that these samples have"
      )
    }
  }

  private static func buckets(_ numbers: [Int], _ decoder: any Decoder) throws -> [BucketCount] {
    var buckets: [BucketCount] = []
    guard numbers.count.isMultiple(of: 2) else {
      throw DecodingError.contradiction(decoder, "the last bucket has no count")
    }
    for place in stride(from: 0, to: numbers.count, by: 2) {
      let (index, count) = (numbers[place], numbers[place + 1])
      guard index > buckets.last?.index ?? -1, index < Bucket.count, count > 0 else {
        throw DecodingError.contradiction(
          decoder,
          "bucket \(index) with count \(count): buckets ascend in 0..<\(Bucket.count), with counts above 0"
        )
      }
      buckets.append(BucketCount(index: index, count: count))
    }
    return buckets
  }

  private static func completions(_ numbers: [Int64], _ decoder: any Decoder) throws -> [Completion]
  {
    guard numbers.count.isMultiple(of: 2), numbers.count <= 2 * windowSize else {
      throw DecodingError.contradiction(
        decoder,
        "completions are at most \(windowSize) pairs of end and duration"
      )
    }
    let completions = stride(from: 0, to: numbers.count, by: 2).map {
      Completion(end: numbers[$0], nanoseconds: numbers[$0 + 1])
    }
    guard completions.allSatisfy({ $0.nanoseconds >= 0 }), completions == completions.sorted()
    else {
      throw DecodingError.contradiction(
        decoder,
        "completions are not in order, or of negative duration"
      )
    }
    return completions
  }
}

/// The largest count that is read, 2⁵³: sums of a thousand of them still fit 64 bits.
let largestCount = 1 << 53

extension KeyedDecodingContainer {
  /// Decodes a number that counts something.
  func decodeCount(forKey key: Key) throws -> Int {
    let count = try decode(Int.self, forKey: key)
    guard (0...largestCount).contains(count) else {
      throw DecodingError.dataCorruptedError(
        forKey: key,
        in: self,
        debugDescription: "a count must be in 0...\(largestCount) (was \(count))"
      )
    }
    return count
  }

  /// Decodes a number that counts something, or `nil` if there is none.
  func decodeCountIfPresent(forKey key: Key) throws -> Int? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try decodeCount(forKey: key)
  }
}
