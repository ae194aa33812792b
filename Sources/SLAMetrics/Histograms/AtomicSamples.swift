// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The first samples of a recorder as they are, in the order in which they were recorded.
///
/// Each takes 12 bytes: the duration, and the time of its end from the recorder's creation in 32 bits,
/// which are exact below 134 ms and to 15 ns at a second (``LogLinear`` with 26 bits).
struct AtomicSamples {
  private static let chunk = 1_024
  private static let endBits = 26
  /// No duration: a place that was taken and is not written yet.
  private static let unwritten: Int64 = -1

  private let durations = AtomicPages<Int64>(
    count: Histogram.exactCapacity / chunk,
    size: chunk,
    initial: unwritten
  )
  private let ends = AtomicPages<UInt32>(
    count: Histogram.exactCapacity / chunk,
    size: chunk,
    initial: 0
  )

  /// The time of an end, from the recorder's creation, in 32 bits.
  static func code(ofEnd end: Int64) -> UInt32 {
    UInt32(LogLinear.code(max(end, 0), bits: endBits))
  }

  /// The time in nanoseconds that a code stands for, exact or up to 1/2²⁶ too early.
  static func end(ofCode code: UInt32) -> Int64 {
    LogLinear.lowestValue(Int(code), bits: endBits)
  }

  /// Writes the sample of a place; once a place.
  ///
  /// - Parameters:
  ///   - nanoseconds: The duration, in `0...`.
  ///   - end: When it ended, in nanoseconds since the recorder's creation; `nil` if unknown.
  ///   - place: In `0..<Histogram.exactCapacity`.
  func write(_ nanoseconds: Int64, endingAt end: Int64?, at place: Int) {
    let (chunk, offset) = place.quotientAndRemainder(dividingBy: Self.chunk)
    if let end {
      ends.made(chunk)[offset].store(Self.code(ofEnd: end), ordering: .relaxed)
    }
    // Last, and releasing: who reads the duration reads the end that belongs to it.
    durations.made(chunk)[offset].store(nanoseconds, ordering: .releasing)
  }

  /// The samples of the first places that are written, with their ends where all are timed.
  ///
  /// - Parameters:
  ///   - count: How many places were taken.
  ///   - origin: The recorder's creation, in nanoseconds of the time source; `nil` if not all are timed.
  /// - Returns: Durations in nanoseconds, and their ends in nanoseconds of the time source, or no ends.
  func read(_ count: Int, origin: Int64?) -> (samples: [Int64], ends: [Int64]) {
    var (samples, ends): ([Int64], [Int64]) = ([], [])
    for place in 0..<count {
      let (chunk, offset) = place.quotientAndRemainder(dividingBy: Self.chunk)
      guard let durations = durations.existing(chunk) else { continue }
      let nanoseconds = durations[offset].load(ordering: .acquiring)
      guard nanoseconds != Self.unwritten else { continue }
      samples.append(nanoseconds)
      if let origin, let codes = self.ends.existing(chunk) {
        ends.append(origin &+ Self.end(ofCode: codes[offset].load(ordering: .relaxed)))
      }
    }
    return (samples, ends)
  }

  var byteCount: Int { durations.byteCount + ends.byteCount }

  func destroy() {
    durations.destroy()
    ends.destroy()
  }
}
