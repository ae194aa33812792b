// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with the sums of the times on cores, whose means are figures.
extension CommandUsage: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case count, userNanoseconds, systemNanoseconds, peakMemorySeenBytes, peakMemoryBoundBytes
    case memorySeenCount
    case smallestOutputBytes, largestOutputBytes, failedOutputs
  }

  /// What a failed run wrote, as it is encoded.
  private struct Output: Codable {
    let category: String
    let reason: String
    let lines: [String]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(userNanoseconds, forKey: .userNanoseconds)
    try container.encode(systemNanoseconds, forKey: .systemNanoseconds)
    try container.encodeIfPresent(peakMemory?.seen?.bytes, forKey: .peakMemorySeenBytes)
    try container.encodeIfPresent(peakMemory?.bound.bytes, forKey: .peakMemoryBoundBytes)
    try container.encode(memorySeenCount, forKey: .memorySeenCount)
    try container.encodeIfPresent(smallestOutput?.bytes, forKey: .smallestOutputBytes)
    try container.encodeIfPresent(largestOutput?.bytes, forKey: .largestOutputBytes)
    let outputs = failedOutputs.map {
      Output(
        category: "\($0.failure.category)",
        reason: $0.failure.reason,
        lines: $0.lines
      )
    }
    try container.encode(outputs, forKey: .failedOutputs)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let seen = try container.decodeSizeIfPresent(forKey: .peakMemorySeenBytes)
    let bound = try container.decodeSizeIfPresent(forKey: .peakMemoryBoundBytes)
    guard seen ?? .bytes(0) <= bound ?? .bytes(0) else {
      throw DecodingError.contradiction(decoder, "more memory was seen than there can have been")
    }
    let count = try container.decodeCount(forKey: .count)
    let seenCount = try container.decodeCount(forKey: .memorySeenCount)
    guard seenCount <= count, (seenCount > 0) == (seen != nil) else {
      throw DecodingError.contradiction(
        decoder,
        "memory was seen in \(seenCount) of \(count) runs, of which the most is \(seen == nil ? "not " : "")there"
      )
    }
    let outputs = try container.decode([Output].self, forKey: .failedOutputs)
    guard outputs.count <= Self.outputLimit else {
      throw DecodingError.contradiction(
        decoder,
        "\(outputs.count) outputs of failed runs; there are at most \(Self.outputLimit)"
      )
    }
    self.init(
      count: count,
      peakMemory: bound.map { PeakMemory(seen: seen, bound: $0) },
      seen: seenCount,
      output: try Self.output(container, decoder),
      failedOutputs: try outputs.map {
        FailedOutput(
          failure: try FailureKind(category: $0.category, reason: $0.reason, decoder),
          lines: $0.lines
        )
      },
      user: try container.decodeDuration(forKey: .userNanoseconds).wholeNanoseconds,
      system: try container.decodeDuration(forKey: .systemNanoseconds).wholeNanoseconds
    )
  }

  /// The fewest and the most bytes that a run wrote, of which there are both or neither.
  private static func output(
    _ container: KeyedDecodingContainer<CodingKeys>,
    _ decoder: any Decoder
  ) throws -> ClosedRange<ByteSize>? {
    let smallest = try container.decodeSizeIfPresent(forKey: .smallestOutputBytes)
    let largest = try container.decodeSizeIfPresent(forKey: .largestOutputBytes)
    guard smallest != nil || largest != nil else { return nil }
    guard let smallest, let largest, smallest <= largest else {
      throw DecodingError.contradiction(
        decoder,
        "the smallest output and the largest contradict each other"
      )
    }
    return smallest...largest
  }
}
