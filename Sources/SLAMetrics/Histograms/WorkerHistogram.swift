// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A histogram that one worker at a time records to, without atomics: what ``AtomicHistogram`` is for many.
///
/// All its figures are behind one pointer, since stored variables of a class are checked for
/// exclusive access at each use, and since what is out of line is then handed no more than that.
package struct WorkerHistogram: ~Copyable {
  private typealias Page = UnsafeMutablePointer<UInt32>

  private struct Figures {
    /// The range of samples that change neither minimum nor maximum, once those go to buckets.
    ///
    /// Before that an empty one: so two comparisons tell whether a sample is one of the many.
    var lowest = Int64.max
    var highest = Int64.min
    /// The upper end for samples of which it is not known when they ended, after the first of those.
    var highestUntimed = Int64.min
    /// Whether a sample was recorded of which it is not known when it ended.
    var hasUntimed = false
    var minimum = Int64.max
    var maximum = Int64.min
    /// The sum in nanoseconds, modulo 2⁶⁴, and how often it went beyond.
    var sum: UInt64 = 0
    var sumOverflows: Int128 = 0
    /// The number of timed samples, by which the place in the ring is chosen.
    var timedCount = 0
    var firstStart = Int64.max
    var lastEnd = Int64.min
    var irregularities = Irregularities()
    /// The first samples, and the codes of their ends as in ``AtomicSamples``.
    var samples: [Int64] = []
    var ends: [UInt32] = []
    /// What went beyond 32 bits, by bucket.
    var carried: [Int: Int] = [:]
    /// When the recorder was created, in nanoseconds of the time source.
    let origin: Int64
    let pages = UnsafeMutablePointer<Page?>.allocate(capacity: Bucket.pageCount)
    let ring = UnsafeMutablePointer<Completion>.allocate(capacity: Histogram.windowSize)
  }

  private let figures = UnsafeMutablePointer<Figures>.allocate(capacity: 1)

  package init(origin: Int64) {
    figures.initialize(to: Figures(origin: origin))
    figures.pointee.pages.initialize(repeating: nil, count: Bucket.pageCount)
    figures.pointee.ring.initialize(
      repeating: Completion(end: 0, nanoseconds: 0),
      count: Histogram.windowSize
    )
  }

  deinit {
    for page in 0..<Bucket.pageCount { figures.pointee.pages[page]?.deallocate() }
    figures.pointee.pages.deallocate()
    figures.pointee.ring.deallocate()
    figures.deinitialize(count: 1)
    figures.deallocate()
  }

  /// Records an operation by its start and end, in nanoseconds of the time source; O(1).
  @inline(__always)
  package borrowing func record(from start: Int64, to end: Int64) {
    if start < figures.pointee.firstStart { figures.pointee.firstStart = start }
    if end > figures.pointee.lastEnd { figures.pointee.lastEnd = end }
    let nanoseconds = end &- start
    guard countsInBucket(nanoseconds, upTo: figures.pointee.highest) else {
      // An overflow of `end - start` wraps to a negative number, which is in no range.
      return recordApart(end.saturatingSubtract(start), endingAt: end, count: 1)
    }
    keep(nanoseconds, endingAt: end)
  }

  /// Records a duration of which it is not known when it ended; O(1).
  @inline(__always)
  package borrowing func record(_ nanoseconds: Int64) {
    guard countsInBucket(nanoseconds, upTo: figures.pointee.highestUntimed) else {
      return recordApart(nanoseconds, endingAt: nil, count: 1)
    }
  }

  /// Records a duration so many times; O(1), but O(*count*) while samples are kept exactly.
  package borrowing func record(_ nanoseconds: Int64, count: Int) {
    if count > 0 { recordApart(nanoseconds, endingAt: nil, count: count) }
  }

  /// Counts a sample if it is one of the many: one that is no new extreme, whose page is there, and
  /// with which the sum stays within 64 bits.
  ///
  /// - Returns: Whether it was counted; if not, nothing has changed.
  @inline(__always)
  private borrowing func countsInBucket(_ nanoseconds: Int64, upTo highest: Int64) -> Bool {
    guard nanoseconds >= figures.pointee.lowest, nanoseconds <= highest else { return false }
    let index = Bucket.index(of: nanoseconds)
    guard let page = figures.pointee.pages[index &>> 10] else { return false }
    let (sum, overflow) = figures.pointee.sum.addingReportingOverflow(
      UInt64(bitPattern: nanoseconds)
    )
    guard !overflow else { return false }
    figures.pointee.sum = sum
    let place = index & (Bucket.pageSize &- 1)
    page[place] &+= 1
    if page[place] == 0 { carry(index) }
    return true
  }

  /// Keeps a count that went beyond 32 bits.
  ///
  /// Out of line, like ``recordApart``, since each sample would
  /// have to save registers for a call in the middle.
  @inline(never)
  private borrowing func carry(_ index: Int) {
    figures.pointee.carried[index, default: 0] += 1 << 32
  }

  @inline(__always)
  private borrowing func keep(_ nanoseconds: Int64, endingAt end: Int64) {
    let place = figures.pointee.timedCount & (Histogram.windowSize &- 1)
    figures.pointee.ring[place] = Completion(end: end, nanoseconds: nanoseconds)
    figures.pointee.timedCount &+= 1
  }

  /// Records what is not one of the many: exact, several at once, a new extreme, or no duration.
  @inline(never)
  private borrowing func recordApart(_ nanoseconds: Int64, endingAt end: Int64?, count: Int) {
    if end == nil { figures.pointee.hasUntimed = true }
    guard nanoseconds >= 0 else {
      if end == nil {
        figures.pointee.irregularities.negative += count
      } else {
        figures.pointee.irregularities.clockSteps += count
      }
      return
    }
    if let end { keep(nanoseconds, endingAt: end) }
    let sum = Int128(figures.pointee.sum) + Int128(nanoseconds) * Int128(count)
    figures.pointee.sum = UInt64(truncatingIfNeeded: sum)
    figures.pointee.sumOverflows += sum >> 64
    figures.pointee.minimum = min(figures.pointee.minimum, nanoseconds)
    figures.pointee.maximum = max(figures.pointee.maximum, nanoseconds)
    place(nanoseconds, endingAt: end, count: count)
  }

  /// Keeps samples exactly as long as there are places, and counts the rest.
  private borrowing func place(_ nanoseconds: Int64, endingAt end: Int64?, count: Int) {
    let places = Histogram.exactCapacity - figures.pointee.samples.count
    let placed = min(count, places)
    for _ in 0..<placed {
      figures.pointee.samples.append(nanoseconds)
      if let end {
        figures.pointee.ends.append(AtomicSamples.code(ofEnd: end &- figures.pointee.origin))
      }
    }
    if placed == places {
      figures.pointee.lowest = figures.pointee.minimum
      figures.pointee.highest = figures.pointee.maximum
      if figures.pointee.hasUntimed { figures.pointee.highestUntimed = figures.pointee.maximum }
    }
    if count > placed { add(count - placed, to: Bucket.index(of: nanoseconds)) }
  }

  /// Adds to the count of a bucket, whose page is made if it is not there.
  private borrowing func add(_ count: Int, to index: Int) {
    let (number, place) = index.quotientAndRemainder(dividingBy: Bucket.pageSize)
    let page = figures.pointee.pages[number] ?? madePage(number)
    let (sum, overflow) = page[place].addingReportingOverflow(UInt32(truncatingIfNeeded: count))
    page[place] = sum
    let carried = count >> 32 + (overflow ? 1 : 0)
    if carried > 0 { figures.pointee.carried[index, default: 0] += carried << 32 }
  }

  private borrowing func madePage(_ number: Int) -> Page {
    let new = Page.allocate(capacity: Bucket.pageSize)
    new.initialize(repeating: 0, count: Bucket.pageSize)
    figures.pointee.pages[number] = new
    return new
  }
}

extension WorkerHistogram {
  /// When the first timed sample began, or `nil` if there is none.
  package var firstStart: Int64? {
    figures.pointee.firstStart == .max ? nil : figures.pointee.firstStart
  }
  /// When the last timed sample ended, or `nil` if there is none.
  package var lastEnd: Int64? { figures.pointee.lastEnd == .min ? nil : figures.pointee.lastEnd }
  /// Whether it is known of every sample when it ended.
  package var isTimed: Bool { !figures.pointee.hasUntimed }

  /// What was recorded so far, as a value.
  ///
  /// - Complexity: O(*n* log *n*) in at most 8,192 samples, or O(buckets) of the pages that there are.
  package func snapshot() -> Histogram {
    let figures = figures.pointee
    let ends = isTimed ? figures.ends.map { figures.origin &+ AtomicSamples.end(ofCode: $0) } : []
    let last = (0..<min(figures.timedCount, Histogram.windowSize)).map { figures.ring[$0] }.sorted()
    var histogram = Histogram(
      // A copy: where the value shared its storage with the recorder, only reference counts would order its
      // readings before the recorder's next writing, which Thread Sanitizer does not see.
      figures.samples.map(\.self),
      endingAt: ends,
      buckets: counts(),
      last: isTimed ? last : []
    )
    histogram.irregularities.negative = figures.irregularities.negative
    histogram.irregularities.clockSteps = figures.irregularities.clockSteps
    histogram.reconcile(
      sum: figures.sumOverflows << 64 + Int128(figures.sum),
      minimum: figures.minimum,
      maximum: figures.maximum
    )
    return histogram
  }

  private func counts() -> [BucketCount] {
    var counts: [BucketCount] = []
    for page in 0..<Bucket.pageCount {
      guard let numbers = figures.pointee.pages[page] else { continue }
      for place in 0..<Bucket.pageSize where numbers[place] > 0 {
        counts.append(.init(index: page * Bucket.pageSize + place, count: Int(numbers[place])))
      }
    }
    let carried = figures.pointee.carried.map { BucketCount(index: $0.key, count: $0.value) }
      .sorted { $0.index < $1.index }
    return counts.combined(with: carried, +)
  }
}
