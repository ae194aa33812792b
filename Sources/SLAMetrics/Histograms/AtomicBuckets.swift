// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts by bucket that any number of threads raise at once.
///
/// A count is two numbers: 32 bits that every sample adds to, and, made only where they are needed, 64
/// bits for multiples of `unit`. So a page costs 4 KB, and no count can overflow.
///
/// `@unchecked Sendable`: the tables of pages never change, and their numbers are atomic.
final class AtomicBuckets: @unchecked Sendable {
  /// What the high number counts, 2²⁰.
  ///
  /// The low one stays below it but for additions under way, and thousands of those fit before it could
  /// overflow.
  private static let unit: UInt32 = 1 << 20

  private let low = AtomicPages<UInt32>(count: Bucket.pageCount, size: Bucket.pageSize, initial: 0)
  private let high = AtomicPages<UInt64>(count: Bucket.pageCount, size: Bucket.pageSize, initial: 0)
  /// Moves of a unit from the low number to the high one that began, and that ended.
  private let carriesBegun = Atomic<Int>(0)
  private let carriesEnded = Atomic<Int>(0)

  deinit {
    low.destroy()
    high.destroy()
  }

  /// Counts one sample in a bucket; O(1), lock-free.
  @inline(__always)
  func increment(_ index: Int) {
    let page = index &>> 10
    let counts = low.existing(page) ?? low.made(page)
    let count = counts[index & (Bucket.pageSize &- 1)].wrappingAdd(1, ordering: .relaxed).newValue
    if count == Self.unit { carry(index) }
  }

  /// Counts so many samples in a bucket.
  func add(_ count: Int, to index: Int) {
    let (page, place) = index.quotientAndRemainder(dividingBy: Bucket.pageSize)
    let (units, rest) = UInt64(count).quotientAndRemainder(dividingBy: UInt64(Self.unit))
    if units > 0 { high.made(page)[place].wrappingAdd(units, ordering: .relaxed) }
    let (before, after) = low.made(page)[place].wrappingAdd(UInt32(rest), ordering: .relaxed)
    if before < Self.unit, after >= Self.unit { carry(index) }
  }

  /// Moves units to the high number until less than one is left.
  ///
  /// The job of the thread whose addition reached the first unit. As long as a unit is left it is that
  /// thread's alone: what others add meanwhile begins beyond the unit, and is no reason for them.
  private func carry(_ index: Int) {
    let (page, place) = index.quotientAndRemainder(dividingBy: Bucket.pageSize)
    carriesBegun.wrappingAdd(1, ordering: .acquiringAndReleasing)
    // Whoever sees what follows sees the beginning too: the addition alone does not hold later writes back.
    atomicMemoryFence(ordering: .releasing)
    var left: UInt32
    repeat {
      high.made(page)[place].wrappingAdd(1, ordering: .relaxed)
      left = low.made(page)[place].wrappingSubtract(Self.unit, ordering: .relaxed).newValue
    } while left >= Self.unit
    carriesEnded.wrappingAdd(1, ordering: .acquiringAndReleasing)
  }

  /// The counts that are not zero, ascending by bucket, while others may add.
  ///
  /// - Complexity: O(buckets) of the pages that there are; again if a carry fell into the reading,
  ///   which happens once in a million samples of one bucket.
  func counts() -> [BucketCount] {
    while true {
      let ended = carriesEnded.load(ordering: .acquiring)
      let counts = reading()
      atomicMemoryFence(ordering: .acquiring)
      if carriesBegun.load(ordering: .acquiring) == ended { return counts }
    }
  }

  private func reading() -> [BucketCount] {
    var counts: [BucketCount] = []
    for page in 0..<Bucket.pageCount {
      guard let low = low.existing(page) else { continue }
      let high = high.existing(page)
      for place in 0..<Bucket.pageSize {
        let units = high.map { Int($0[place].load(ordering: .relaxed)) } ?? 0
        let count = units * Int(Self.unit) + Int(low[place].load(ordering: .relaxed))
        if count > 0 { counts.append(.init(index: page * Bucket.pageSize + place, count: count)) }
      }
    }
    return counts
  }

  var byteCount: Int { low.byteCount + high.byteCount + 2 * MemoryLayout<Atomic<Int>>.stride }
}
