// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Summary {
  /// What it is the summary of, as far as that was kept: `Summary(histogram)` is the same again.
  ///
  /// Without the times at which operations ended; those of the first and last of many are their order only.
  ///
  /// - Complexity: O(*n*) in samples or buckets.
  var histogram: Histogram {
    var histogram = Histogram()
    histogram.samples = order.isWhole ? order.first : ranks.sorted
    histogram.isOrdered = order.isWhole || !isExact
    histogram.buckets = ranks.buckets
    if !isExact {
      histogram.first = Self.completions(order.first)
      histogram.last = Self.completions(order.last)
    }
    histogram.count = count
    histogram.sum = sum
    histogram.minimum = min.wholeNanoseconds
    histogram.maximum = max.wholeNanoseconds
    histogram.irregularities = irregularities
    return histogram
  }

  private static func completions(_ samples: [Int64]) -> [Completion] {
    samples.enumerated().map { Completion(end: Int64($0.offset), nanoseconds: $0.element) }
  }
}

/// Encoded as the histogram that it is the summary of.
extension Summary: EncodedPart {
  func encode(to encoder: any Encoder) throws { try histogram.encode(to: encoder) }

  init(from decoder: any Decoder) throws {
    guard let summary = Summary(try Histogram(from: decoder)) else {
      throw DecodingError.contradiction(decoder, "there is no summary of no durations")
    }
    self = summary
  }
}
