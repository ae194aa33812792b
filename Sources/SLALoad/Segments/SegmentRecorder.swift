// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What is recorded of the segments of one operation, by one worker at a time.
final class SegmentRecorder {
  /// What is recorded of one segment.
  private final class Entry {
    /// The number of its name.
    let number: Int
    /// Where all of the time is self time, which is so of most: one histogram for both.
    let plain = WorkerHistogram(origin: 0)
    /// The time and the self time where they differ.
    let time = WorkerHistogram(origin: 0)
    let selfTime = WorkerHistogram(origin: 0)
    var calls = 0
    /// The number of the name of its parent: -1 without one, -2 for several, `nil` before the first call.
    var parent: Int?

    init(_ number: Int) {
      self.number = number
    }
  }

  private let operations = WorkerHistogram(origin: 0)
  private let other = WorkerHistogram(origin: 0)
  private var sample = SegmentSample()
  private var entries: [Entry] = []
  /// The places of entries by the numbers of names, -1 for those that are not of this operation.
  private var places: [Int] = []

  /// Records an operation that succeeded.
  func record(_ finished: FinishedSegments) {
    let total = finished.nanoseconds
    operations.record(total)
    let times = finished.ledger.pointee.own.times
    // What was measured elsewhere can come to more than the operation.
    other.record(max(total &- times.covered, 0))
    let key = finished.ledger.pointee.own.key
    let isSampled = total >= 0 && sample.wants(key)
    var selfTimes: [Int64] = []
    for segment in times.segments {
      let place = place(of: finished.ledger.pointee.own.number(of: segment.name))
      let entry = entries[place]
      entry.calls += segment.calls
      note(segment, of: entry, finished)
      if segment.time == segment.selfTime {
        entry.plain.record(segment.time)
      } else {
        entry.time.record(segment.time)
        entry.selfTime.record(segment.selfTime)
      }
      guard isSampled else { continue }
      while selfTimes.count <= place { selfTimes.append(0) }
      selfTimes[place] += segment.selfTime
    }
    guard isSampled else { return }
    sample.add(.init(key: key, nanoseconds: total, selfTimes: selfTimes))
  }

  @inline(__always)
  private func note(_ segment: SegmentTime, of entry: Entry, _ finished: FinishedSegments) {
    let parent =
      segment.parent < 0
      ? segment.parent : finished.ledger.pointee.own.number(of: segment.parent)
    if entry.parent != parent { entry.parent = entry.parent == nil ? parent : -2 }
  }

  @inline(__always)
  private func place(of number: Int) -> Int {
    if number < places.count, places[number] >= 0 { return places[number] }
    return madePlace(of: number)
  }

  @inline(never)
  private func madePlace(of number: Int) -> Int {
    while places.count <= number { places.append(-1) }
    places[number] = entries.count
    entries.append(Entry(number))
    return entries.count - 1
  }

  /// What was recorded so far, as a value.
  ///
  /// - Parameter names: The names of segments by their numbers.
  /// - Returns: What it comes to.
  func recording(named names: [SegmentNames.Name]) -> SegmentRecording {
    var recording = SegmentRecording()
    recording.operations = operations.snapshot()
    recording.other = other.snapshot()
    recording.segments = entries.map { entry in
      let parent: SegmentRecord.Parent =
        switch entry.parent {
        case .none, -1: .none
        case .some(let number) where names.indices.contains(number):
          .segment(names[number].segment)
        default: .several
        }
      var segment = SegmentRecord(
        names[entry.number].segment,
        parent: parent,
        calls: entry.calls,
        times: entry.plain.snapshot(),
        selfTimes: entry.plain.snapshot()
      )
      segment.times.merge(entry.time.snapshot())
      segment.selfTimes.merge(entry.selfTime.snapshot())
      return segment
    }
    recording.sample = sample
    return recording
  }
}
