// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The names of a phase's segments, each with a number by which it is recorded.
final class SegmentNames: Sendable {
  struct Name: Hashable, Sendable {
    /// The number of the operation's name.
    let operation: Int
    let segment: String
  }

  /// Those of no phase.
  static let none = SegmentNames()

  /// The most segments that are told apart: a name for each item would take memory without end.
  static let limit = 200
  /// All segments of an operation whose names came after those.
  static let further = "further segments"
  /// The most operations that have segments; there are no more names of operations, but for the last.
  private static let operations = 256

  private let names = Guarded<(list: [Name], numbers: [Name: Int])>(([], [:]))
  /// Which operations have segments, by a bit of each.
  // Unsafe: only pointers are not known to be safe; the atomic numbers are.
  nonisolated(unsafe) let watched = UnsafeMutablePointer<Atomic<UInt64>>.allocate(
    capacity: operations / 64
  )
  private let lostCount = Atomic<Int>(0)
  /// What the operations of the phase count, beside their segments.
  let counters = LoadCounters()

  init() {
    for place in 0..<Self.operations / 64 { (watched + place).initialize(to: Atomic(0)) }
  }

  deinit {
    watched.deinitialize(count: Self.operations / 64)
    watched.deallocate()
  }

  /// All names by their numbers.
  var list: [Name] { names.withLock { $0.list.map(\.self) } }

  /// How many calls of segments and counters are in no figure, since they belong to no operation that was recorded.
  var lost: Int { lostCount.load(ordering: .relaxed) }

  /// Counts calls of segments or counters that are in no figure.
  func lose(_ count: Int) { lostCount.wrappingAdd(count, ordering: .relaxed) }

  /// Whether an operation has segments.
  func isWatched(_ operation: Int) -> Bool { Self.isWatched(operation, in: watched) }

  @inline(__always)
  static func isWatched(
    _ operation: Int,
    in watched: UnsafeMutablePointer<Atomic<UInt64>>
  ) -> Bool {
    let bits = watched[operation / 64 % (operations / 64)].load(ordering: .relaxed)
    return bits & (1 &<< UInt64(operation % 64)) != 0
  }

  /// The number of a segment of an operation, which is the next one at first.
  func number(of segment: String, in operation: Int) -> Int {
    let number = names.withLock { names -> Int in
      let name = Name(operation: operation, segment: segment)
      if let number = names.numbers[name] { return number }
      let isKnown = names.list.count < Self.limit
      let kept = isKnown ? name : Name(operation: operation, segment: Self.further)
      if let number = names.numbers[kept] { return number }
      names.list.append(kept)
      names.numbers[kept] = names.list.count - 1
      return names.list.count - 1
    }
    watched[operation / 64 % (Self.operations / 64)]
      .bitwiseOr(1 &<< UInt64(operation % 64), ordering: .relaxed)
    return number
  }
}
