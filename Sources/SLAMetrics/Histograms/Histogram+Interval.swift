// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Histogram {
  /// What came since an earlier snapshot of the same recorder.
  ///
  /// Count and sum are exact. So are minimum and maximum as long as the later snapshot is; after that
  /// they are those of the buckets, at most 0.1 % off.
  ///
  /// - Parameter earlier: A snapshot that was taken before.
  /// - Returns: What is in this one and not in that.
  /// - Complexity: O(*n*) in samples or buckets.
  package func since(_ earlier: Histogram) -> Histogram {
    var interval = Histogram()
    interval.irregularities = Irregularities(
      negative: irregularities.negative - earlier.irregularities.negative,
      clockSteps: irregularities.clockSteps - earlier.irregularities.clockSteps,
      beyondRange: irregularities.beyondRange - earlier.irregularities.beyondRange
    )
    interval.count = count - earlier.count
    if isExact {
      interval.keep(samples, ends, without: earlier.samples)
    } else {
      interval.buckets = buckets.combined(with: earlier.bucketCounts, -)
    }
    // The extremes of everything are moved to where the interval has samples.
    interval.reconcile(sum: sum - earlier.sum, minimum: minimum, maximum: maximum)
    return interval
  }

  /// Takes samples in their order, each as often as it is not among those to leave out.
  private mutating func keep(_ samples: [Int64], _ ends: [Int64], without earlier: [Int64]) {
    var toLeaveOut: [Int64: Int] = [:]
    for sample in earlier { toLeaveOut[sample, default: 0] += 1 }
    for position in samples.indices {
      if let left = toLeaveOut[samples[position]], left > 0 {
        toLeaveOut[samples[position]] = left - 1
      } else {
        self.samples.append(samples[position])
        if !ends.isEmpty { self.ends.append(ends[position]) }
      }
    }
  }
}
