// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The calls of segments that the task of an operation makes itself: within each other, or one after another.
///
/// Used by that task alone, so that it needs neither lock nor atomics.
struct OwnSegments: ~Copyable {
  /// The most calls of an operation that are kept.
  static let limit = 1_024

  private var time = TimeSource.monotonic
  private var names = SegmentNames.none
  // Not through the names, which would be counted at each use; they are kept as long as this.
  private var watched = SegmentNames.none.watched
  /// The number of the operation's name.
  var operation = 0
  /// The number of the operation within the run.
  var iteration = 0
  private var seed: UInt64 = 0
  /// A name of a segment that the worker has used, with its number in the phase.
  struct Known {
    let name: String
    let operation: Int
    let number: Int
  }

  // Not an array, which would be counted at each use.
  private let known = UnsafeMutablePointer<Known>.allocate(capacity: knownLimit)
  private var knownCount = 0
  /// Enough: each has a number of its own, of which there are 200, and one more for each of at most 256 operations.
  private static let knownLimit = 4 * SegmentNames.limit
  /// The name that came last; the next one is likely to follow.
  private var last = -1
  private let calls = UnsafeMutablePointer<SegmentCall>.allocate(capacity: limit)
  private(set) var count = 0
  /// The innermost call at work, or -1.
  private var top = -1
  private var dropped = 0
  /// What the segments of the operation that ended last took.
  private(set) var times = SegmentTimes()

  init() {}

  deinit {
    known.deinitialize(count: knownCount)
    known.deallocate()
    calls.deallocate()
  }

  /// Begins to serve a worker, or a step of it; what is known of the same phase stays so.
  mutating func serve(_ names: SegmentNames, operation: Int, _ time: TimeSource, seed: UInt64) {
    if self.names !== names { forgetNames() }
    self.names = names
    watched = names.watched
    self.operation = operation
    self.time = time
    self.seed = seed
    clear()
  }

  /// Whether the operation is known to have segments.
  @inline(__always)
  var isWatched: Bool { SegmentNames.isWatched(operation, in: watched) }

  /// Counts calls that are in no figure.
  func lose(_ count: Int) { names.lose(count) }

  /// Counts the calls that were too many.
  func loseDropped() { if dropped > 0 { lose(dropped) } }

  /// A number that is random to what the operation took, and follows from the seed.
  var key: UInt64 {
    // One sequence of SplitMix64, of which each operation takes its own number.
    var generator = SplitMix64(seed: seed &+ UInt64(iteration) &* 0x9E37_79B9_7F4A_7C15)
    return generator.next()
  }

  /// The place of a name among the known ones.
  @inline(__always)
  private mutating func place(of name: String) -> Int {
    let next = last &+ 1 < knownCount ? last &+ 1 : 0
    if next < knownCount, known[next].operation == operation, known[next].name == name {
      last = next
      return next
    }
    return placeByLooking(for: name)
  }

  @inline(never)
  private mutating func placeByLooking(for name: String) -> Int {
    for place in 0..<knownCount
    where known[place].operation == operation && known[place].name == name {
      last = place
      return place
    }
    let number = names.number(of: name, in: operation)
    // Names beyond those that are told apart are not remembered, but the number that they share.
    for place in 0..<knownCount where known[place].number == number { return place }
    precondition(knownCount < Self.knownLimit, "a worker knows \(knownCount) names")
    (known + knownCount).initialize(to: Known(name: name, operation: operation, number: number))
    last = knownCount
    knownCount += 1
    return last
  }

  private mutating func forgetNames() {
    known.deinitialize(count: knownCount)
    knownCount = 0
    last = -1
  }

  /// The number in the phase of a name, by its place.
  @inline(__always)
  func number(of place: Int) -> Int { known[place].number }

  /// Notes that a call begins.
  ///
  /// - Returns: Its place, or -1 if there are too many.
  @inline(__always)
  mutating func begin(_ name: String) -> Int {
    let place = place(of: name)
    guard count < Self.limit else { return drop() }
    let call = count
    count &+= 1
    (calls + call).initialize(
      to: SegmentCall(name: place, parent: top, begin: time.nanoseconds(), end: 0)
    )
    top = call
    return call
  }

  @inline(never)
  private mutating func drop() -> Int {
    dropped += 1
    return -1
  }

  /// Notes that the innermost call ends.
  @inline(__always)
  mutating func end(_ call: Int) {
    let end = time.nanoseconds()
    calls[call].end = end
    top = calls[call].parent
    addWithin(max(end &- calls[call].begin, 0))
  }

  /// Adds a duration that was measured elsewhere, in nanoseconds.
  mutating func add(_ name: String, _ nanoseconds: Int64) {
    let place = place(of: name)
    guard count < Self.limit else {
      dropped += 1
      return
    }
    let call = SegmentCall(name: place, parent: top, begin: 0, end: nanoseconds, isAmount: true)
    (calls + count).initialize(to: call)
    count += 1
    addWithin(nanoseconds)
  }

  /// Adds to what is within the innermost call at work, in nanoseconds.
  @inline(__always)
  private func addWithin(_ nanoseconds: Int64) {
    guard top >= 0 else { return }
    // As a whole: by `+=` of the member the compiler breaks down under Thread Sanitizer (Swift 6.3.1).
    var call = calls[top]
    call.within &+= nanoseconds
    calls[top] = call
  }

  /// Sums up the calls of the operation that ends.
  ///
  /// - Parameters:
  ///   - others: The calls that other tasks made, with parents as of ``SegmentLedger``.
  ///   - names: The names of those.
  ///   - begin: When the operation began, in nanoseconds of the time source.
  ///   - end: When it ended.
  mutating func sumUp(
    with others: [SegmentCall],
    named names: [String],
    from begin: Int64,
    to end: Int64
  ) {
    guard !others.isEmpty else {
      return times.sumUp(calls, count: count)
    }
    let places = names.map { place(of: $0) }
    let moved = others.map { call in
      let parent =
        call.parent < SegmentLedger.others
        ? call.parent : call.parent - SegmentLedger.others + count
      return SegmentCall(
        name: places[call.name],
        parent: parent,
        begin: call.begin,
        end: call.end,
        isAmount: call.isAmount
      )
    }
    let all = (0..<count).map { calls[$0] } + moved
    times = SegmentTimes(of: all, from: begin, to: end)
  }

  /// Sums up an operation without calls.
  @inline(__always)
  mutating func sumUpNothing() { times.clear() }

  /// Forgets the calls of an operation.
  mutating func clear() {
    count = 0
    top = -1
    dropped = 0
  }
}
