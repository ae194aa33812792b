// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A share of the figures that every sample changes: sum and last completions, of a few threads.
///
/// There are as many as ``ThreadStripe`` tells apart, each on cache lines of its own, so that threads do
/// not wait for each other's.
struct AtomicStripe: ~Copyable {
  /// The sum of durations in nanoseconds, modulo 2⁶⁴.
  private let sum = Atomic<UInt64>(0)
  /// How often the sum went beyond 64 bits.
  private let sumOverflows = Atomic<Int>(0)
  /// The place of the next completion in the ring, modulo its size.
  private let cursor = Atomic<Int>(0)
  /// Ends and durations in turn, of the last `Histogram.windowSize` timed samples.
  private let ring = UnsafeMutablePointer<Atomic<Int64>>.allocate(capacity: ringSize)
  /// Keeps the next stripe's figures on other cache lines, of which some processors fetch pairs.
  private let padding: (Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int)

  private static let ringSize = 2 * Histogram.windowSize
  /// The end of a place in the ring that was never written.
  private static let unwritten = Int64.min

  init() {
    padding = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    for place in 0..<Self.ringSize { (ring + place).initialize(to: Atomic(Self.unwritten)) }
  }

  deinit {
    ring.deinitialize(count: Self.ringSize)
    ring.deallocate()
  }

  /// Adds a duration to the sum; O(1), lock-free.
  @inline(__always)
  borrowing func add(_ nanoseconds: Int64) {
    let duration = UInt64(bitPattern: nanoseconds)
    let sum = sum.wrappingAdd(duration, ordering: .relaxed).newValue
    if sum < duration { sumOverflows.wrappingAdd(1, ordering: .relaxed) }
  }

  /// Adds a product of 128 bits to the sum.
  borrowing func add(_ product: Int128) {
    let low = UInt64(truncatingIfNeeded: product)
    let sum = sum.wrappingAdd(low, ordering: .relaxed).newValue
    let overflows = Int(product >> 64) + (sum < low ? 1 : 0)
    if overflows > 0 { sumOverflows.wrappingAdd(overflows, ordering: .relaxed) }
  }

  /// Keeps a completion in the place of the oldest; O(1), lock-free.
  ///
  /// The cursor is moved in two steps, since one that is indivisible costs as much as all the rest. If two
  /// threads of one stripe are between them at once, one of two operations that ended within
  /// nanoseconds of each other is not among the last ones; it is in every other figure.
  @inline(__always)
  borrowing func keep(_ nanoseconds: Int64, endingAt end: Int64) {
    let place = cursor.load(ordering: .relaxed)
    cursor.store(place &+ 1, ordering: .relaxed)
    let slot = ring + (place & (Histogram.windowSize &- 1)) &* 2
    // In this order, so that who reads meanwhile notices: see `completions`.
    slot[0].store(Self.unwritten, ordering: .relaxed)
    slot[1].store(nanoseconds, ordering: .releasing)
    slot[0].store(end, ordering: .releasing)
  }

  /// The sum of all durations, in nanoseconds.
  var total: Int128 {
    Int128(sumOverflows.load(ordering: .relaxed)) << 64 + Int128(sum.load(ordering: .relaxed))
  }

  /// The completions in the ring, in no order, but for one that is being written.
  var completions: [Completion] {
    (0..<Histogram.windowSize).compactMap { place in
      let end = ring[2 * place].load(ordering: .acquiring)
      let nanoseconds = ring[2 * place + 1].load(ordering: .acquiring)
      // Changed meanwhile: the duration may belong to another end.
      guard end != Self.unwritten, ring[2 * place].load(ordering: .relaxed) == end else {
        return nil
      }
      return Completion(end: end, nanoseconds: nanoseconds)
    }
  }

  static var byteCount: Int {
    MemoryLayout<AtomicStripe>.stride + ringSize * MemoryLayout<Atomic<Int64>>.stride
  }
}
