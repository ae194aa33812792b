// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A histogram that any number of threads record to at once, without a lock.
///
/// The first samples are kept as they are, each in a place that its thread takes by a ticket; later ones
/// raise the count of a bucket. Memory is made as it is touched: 12 KB for each 1,024 exact samples, 4 KB
/// for each power of two that samples fall into. At its fullest that is 98 KB and 135 KB, and 8 KB more
/// for a power of two with a million samples in one bucket.
///
/// A class, so that what is out of line is handed one pointer. Of a structure of this size the compiler
/// made a copy for that with each sample, used or not, which cost 2 ns.
///
/// `@unchecked Sendable`: everything in it and behind its pointers is atomic, or is constant from before
/// the first call to `deinit`, and `deinit` runs when nobody holds the histogram.
package final class AtomicHistogram: @unchecked Sendable {
  /// The figures that all threads read with each sample, and that seldom change.
  private struct Extremes: ~Copyable {
    /// How many places of exact samples were taken; more than there are once all are.
    let tickets = Atomic<Int>(0)
    let minimum = Atomic<Int64>(.max)
    let maximum = Atomic<Int64>(.min)
    /// When the first timed sample began, in nanoseconds of the time source.
    let firstStart = Atomic<Int64>(.max)
    /// Whether a sample was recorded of which it is not known when it ended.
    let hasUntimed = Atomic<Bool>(false)
    let negative = Atomic<Int>(0)
    let clockSteps = Atomic<Int>(0)
  }

  private let extremes = Extremes()
  private let stripes = UnsafeMutablePointer<AtomicStripe>.allocate(capacity: ThreadStripe.count)
  private let samples = AtomicSamples()
  private let buckets = AtomicBuckets()
  /// When the recorder was created, in nanoseconds of the time source.
  private let origin: Int64

  package init(origin: Int64) {
    self.origin = origin
    for stripe in 0..<ThreadStripe.count { (stripes + stripe).initialize(to: AtomicStripe()) }
  }

  deinit {
    stripes.deinitialize(count: ThreadStripe.count)
    stripes.deallocate()
    samples.destroy()
  }

  /// Records an operation by its start and end, in nanoseconds of the time source; O(1), lock-free.
  @inline(__always)
  package func record(from start: Int64, to end: Int64) {
    let nanoseconds = end &- start
    if start < extremes.firstStart.load(ordering: .relaxed) {
      extremes.firstStart.min(start, ordering: .relaxed)
    }
    guard isCountedInBucket(nanoseconds) else {
      // An overflow of `end - start` wraps to a negative number too.
      return recordApart(end.saturatingSubtract(start), endingAt: end)
    }
    let stripe = stripes + ThreadStripe.current
    stripe.pointee.keep(nanoseconds, endingAt: end)
    stripe.pointee.add(nanoseconds)
    widen(to: nanoseconds)
    buckets.increment(Bucket.index(of: nanoseconds))
  }

  /// Records a duration of which it is not known when it ended; O(1), lock-free.
  @inline(__always)
  package func record(_ nanoseconds: Int64) {
    guard isCountedInBucket(nanoseconds), extremes.hasUntimed.load(ordering: .relaxed)
    else {
      return record(nanoseconds, count: 1)
    }
    (stripes + ThreadStripe.current).pointee.add(nanoseconds)
    widen(to: nanoseconds)
    buckets.increment(Bucket.index(of: nanoseconds))
  }

  /// Records a duration so many times; O(1), but O(*count*) while samples are kept exactly.
  ///
  /// - Parameters:
  ///   - nanoseconds: The duration; a negative one is counted apart.
  ///   - count: How many operations took that long, in `0...`.
  package func record(_ nanoseconds: Int64, count: Int) {
    guard count > 0 else { return }
    extremes.hasUntimed.store(true, ordering: .relaxed)
    guard nanoseconds >= 0 else {
      extremes.negative.wrappingAdd(count, ordering: .relaxed)
      return
    }
    (stripes + ThreadStripe.current).pointee.add(Int128(nanoseconds) * Int128(count))
    widen(to: nanoseconds)
    place(nanoseconds, count: count, endingAt: nil)
  }

  /// Whether a sample is one of the many: a duration, and after those that are kept exactly.
  @inline(__always)
  private func isCountedInBucket(_ nanoseconds: Int64) -> Bool {
    nanoseconds >= 0
      && extremes.tickets.load(ordering: .relaxed) >= Histogram.exactCapacity
  }

  /// Records a timed sample that is not one of the many.
  private func recordApart(_ nanoseconds: Int64, endingAt end: Int64) {
    guard nanoseconds >= 0 else {
      extremes.clockSteps.wrappingAdd(1, ordering: .relaxed)
      return
    }
    let stripe = stripes + ThreadStripe.current
    stripe.pointee.keep(nanoseconds, endingAt: end)
    stripe.pointee.add(nanoseconds)
    widen(to: nanoseconds)
    place(nanoseconds, count: 1, endingAt: end)
  }

  /// Moves minimum and maximum, before the sample itself can be seen.
  @inline(__always)
  private func widen(to nanoseconds: Int64) {
    if nanoseconds < extremes.minimum.load(ordering: .relaxed) {
      extremes.minimum.min(nanoseconds, ordering: .relaxed)
    }
    if nanoseconds > extremes.maximum.load(ordering: .relaxed) {
      extremes.maximum.max(nanoseconds, ordering: .relaxed)
    }
  }

  /// Keeps samples exactly as long as there are places, and counts the rest.
  private func place(_ nanoseconds: Int64, count: Int, endingAt end: Int64?) {
    let wanted = min(count, Histogram.exactCapacity)
    var placed = 0
    if extremes.tickets.load(ordering: .relaxed) < Histogram.exactCapacity {
      let ticket = extremes.tickets.wrappingAdd(wanted, ordering: .relaxed).oldValue
      placed = max(min(wanted, Histogram.exactCapacity - ticket), 0)
      for place in ticket..<ticket + placed {
        samples.write(nanoseconds, endingAt: end.map { $0 &- origin }, at: place)
      }
    }
    if count > placed { buckets.add(count - placed, to: Bucket.index(of: nanoseconds)) }
  }
}

extension AtomicHistogram {
  /// When the first timed sample began, or `nil` if there is none.
  package var firstStart: Int64? {
    let start = extremes.firstStart.load(ordering: .relaxed)
    return start == .max ? nil : start
  }

  /// When the last timed sample ended, or `nil` if there is none.
  package var lastEnd: Int64? { lastCompletions.last?.end }

  /// Whether it is known of every sample when it ended.
  package var isTimed: Bool { !extremes.hasUntimed.load(ordering: .relaxed) }

  /// The bytes that all of it takes at present.
  package var byteCount: Int {
    MemoryLayout<Extremes>.stride + ThreadStripe.count * AtomicStripe.byteCount
      + samples.byteCount + buckets.byteCount
  }

  /// What was recorded so far; others can record meanwhile.
  ///
  /// A sample that is being recorded is in the snapshot or is not; the sum of such a snapshot is that of its
  /// samples to 0.1 %, and exact as soon as nobody records.
  ///
  /// - Complexity: O(*n* log *n*) in at most 8,192 samples, or O(buckets) of the pages that there are.
  package func snapshot() -> Histogram {
    let counts = buckets.counts()
    let tickets = min(extremes.tickets.load(ordering: .relaxed), Histogram.exactCapacity)
    var (kept, ends) = samples.read(tickets, origin: isTimed ? origin : nil)
    if ends.count != kept.count { ends = [] }
    var histogram = Histogram(
      kept,
      endingAt: ends,
      buckets: counts,
      last: isTimed ? lastCompletions : []
    )
    histogram.irregularities.negative = extremes.negative.load(ordering: .relaxed)
    histogram.irregularities.clockSteps = extremes.clockSteps.load(ordering: .relaxed)
    histogram.reconcile(
      sum: (0..<ThreadStripe.count).reduce(0) { $0 + stripes[$1].total },
      minimum: extremes.minimum.load(ordering: .relaxed),
      maximum: extremes.maximum.load(ordering: .relaxed)
    )
    return histogram
  }

  /// The last completions of all stripes, at most `Histogram.windowSize`, in order.
  private var lastCompletions: [Completion] {
    let all = (0..<ThreadStripe.count).flatMap { stripes[$0].completions }
    return Array(all.sorted().suffix(Histogram.windowSize))
  }
}
