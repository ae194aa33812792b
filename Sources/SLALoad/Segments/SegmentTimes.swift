// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What the segments of one operation took, from the calls that it made.
///
/// - A segment's *time* is that in which at least one of its calls ran: calls one after another add up, calls at
///   once and calls within calls of the same segment do not count twice.
/// - Its *self time* is that in which at least one of its calls ran without a call directly within it.
/// - Durations that were measured elsewhere have no place in time: they are added, and taken from what they are within.
struct SegmentTimes: Equatable {
  private(set) var segments: [SegmentTime] = []
  /// How much of the operation segments cover, in nanoseconds.
  private(set) var covered: Int64 = 0
  /// The segment of the call before.
  private var last = -1

  /// Of no calls.
  init() {}

  /// Forgets all calls, and keeps the memory.
  mutating func clear() {
    if !segments.isEmpty { segments.removeAll(keepingCapacity: true) }
    covered = 0
    last = -1
  }

  static func == (left: SegmentTimes, right: SegmentTimes) -> Bool {
    left.segments == right.segments && left.covered == right.covered
  }

  /// Sums up calls that one task made, which are within each other or one after another; O(calls · depth).
  mutating func sumUp(_ calls: UnsafePointer<SegmentCall>, count: Int) {
    clear()
    for number in 0..<count {
      let call = calls[number]
      let place = place(of: call, calls)
      segments[place].add(call, isWithinItself: call.parent >= 0 && isWithinItself(call, calls))
      if call.parent < 0 { covered += call.duration }
    }
  }

  /// Of calls that several tasks made, in any order.
  ///
  /// - Parameters:
  ///   - all: The calls, with parents by their place in the list, whatever that is; calls that have no end are left out.
  ///   - begin: When the operation began, in nanoseconds of the time source.
  ///   - end: When it ended.
  init(of all: [SegmentCall], from begin: Int64, to end: Int64) {
    let calls = Self.ended(all)
    var children = [[SegmentCall]](repeating: [], count: calls.count)
    for call in calls where call.parent >= 0 { children[call.parent].append(call) }
    var times: [[Range<Int64>]] = []
    var selfTimes: [[Range<Int64>]] = []
    calls.withUnsafeBufferPointer { buffer in
      guard let calls = buffer.baseAddress else { return }
      for (number, call) in buffer.enumerated() {
        let place = place(of: call, calls)
        if place == times.count {
          times.append([])
          selfTimes.append([])
        }
        segments[place].calls += 1
        let amounts = children[number].filter(\.isAmount).map(\.duration).reduce(0, +)
        if call.isAmount {
          segments[place].selfTime += max(call.duration - amounts, 0)
          if !isWithinItself(call, calls) { segments[place].time += call.duration }
        } else {
          times[place].append(call.range)
          let parts = children[number].filter { !$0.isAmount }.map(\.range)
          selfTimes[place] += Self.remainder(of: call.range, without: parts)
          segments[place].selfTime -= amounts
        }
      }
    }
    for place in segments.indices {
      segments[place].time += Self.length(ofUnion: times[place])
      let selfTime = segments[place].selfTime + Self.length(ofUnion: selfTimes[place])
      segments[place].selfTime = max(selfTime, 0)
    }
    let amounts = calls.filter { $0.isAmount && $0.parent < 0 }.map(\.duration).reduce(0, +)
    let placed = calls.filter { !$0.isAmount }.map { $0.range.clamped(to: begin..<max(begin, end)) }
    covered = Self.length(ofUnion: placed) + amounts
  }

  /// The place of a call's segment in the list, which is the next one at first.
  @inline(__always)
  private mutating func place(
    of call: SegmentCall,
    _ calls: UnsafePointer<SegmentCall>
  ) -> Int {
    let parent = call.parent < 0 ? -1 : calls[call.parent].name
    // The one after that of the call before is likely to follow.
    let next = last &+ 1 < segments.count ? last &+ 1 : 0
    let place =
      next < segments.count && segments[next].name == call.name
      ? next : segments.firstIndex { $0.name == call.name }
    if let place {
      last = place
      if segments[place].parent != parent, parent != call.name { segments[place].parent = -2 }
      return place
    }
    segments.append(SegmentTime(name: call.name, parent: parent))
    last = segments.count - 1
    return segments.count - 1
  }

  /// Whether a call is within one of the same segment.
  private func isWithinItself(
    _ call: SegmentCall,
    _ calls: UnsafePointer<SegmentCall>
  ) -> Bool {
    var parent = call.parent
    while parent >= 0 {
      if calls[parent].name == call.name { return true }
      parent = calls[parent].parent
    }
    return false
  }

  /// The calls that have ended; what was within others is within what those were within.
  private static func ended(_ calls: [SegmentCall]) -> [SegmentCall] {
    var places = [Int](repeating: -1, count: calls.count)
    var count = 0
    for place in calls.indices where calls[place].end != SegmentCall.open {
      places[place] = count
      count += 1
    }
    return calls.filter { $0.end != SegmentCall.open }.map { call in
      var parent = call.parent
      while parent >= 0, places[parent] < 0 { parent = calls[parent].parent }
      return SegmentCall(
        name: call.name,
        parent: parent < 0 ? -1 : places[parent],
        begin: call.begin,
        end: call.end,
        isAmount: call.isAmount
      )
    }
  }

  /// What is left of a range.
  private static func remainder(
    of range: Range<Int64>,
    without parts: [Range<Int64>]
  ) -> [Range<Int64>] {
    var rest: [Range<Int64>] = []
    var start = range.lowerBound
    for part in parts.map({ $0.clamped(to: range) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if part.lowerBound > start { rest.append(start..<part.lowerBound) }
      start = max(start, part.upperBound)
    }
    if start < range.upperBound { rest.append(start..<range.upperBound) }
    return rest
  }

  private static func length(ofUnion ranges: [Range<Int64>]) -> Int64 {
    var length: Int64 = 0
    var end = Int64.min
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > end {
      length += range.upperBound - max(range.lowerBound, end)
      end = range.upperBound
    }
    return length
  }
}

extension SegmentCall {
  fileprivate var range: Range<Int64> { begin..<max(begin, end) }
}
