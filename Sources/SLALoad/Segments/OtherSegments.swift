// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The calls of segments that other tasks than that of the operation make.
struct OtherSegments {
  /// The number of the operation that the calls are of.
  private var operation: UInt64 = 0
  private var calls: [SegmentCall] = []
  /// The task of each call.
  private var tasks: [UInt] = []
  private var names: [String] = []
  private var time = TimeSource.monotonic
  /// The number of the first operation of the phase at hand.
  private var first: UInt64 = 0
  /// Where calls are counted that are in no figure.
  private var phase: SegmentNames?

  /// Begins to serve a worker of a phase.
  mutating func serve(_ phase: SegmentNames, _ time: TimeSource, from first: UInt64) {
    self.phase = phase
    self.time = time
    self.first = first
  }

  /// Where its operations count what they do.
  var counters: LoadCounters? { phase?.counters }

  /// Counts a call of an operation that has ended, unless its phase has ended too.
  func lose(of operation: UInt64) {
    if operation >= first { phase?.lose(1) }
  }

  /// Notes that a call begins.
  ///
  /// - Returns: Its place, or -1 if there are too many.
  mutating func begin(
    _ name: String,
    of operation: UInt64,
    _ task: UInt,
    within parent: Int
  ) -> Int {
    append(name, of: operation, task, within: parent, time.nanoseconds(), SegmentCall.open)
  }

  /// Notes that a call ends.
  mutating func end(_ call: Int) { calls[call].end = time.nanoseconds() }

  /// Adds a duration that was measured elsewhere, in nanoseconds.
  mutating func add(
    _ name: String,
    _ nanoseconds: Int64,
    of operation: UInt64,
    _ task: UInt,
    within parent: Int
  ) {
    _ = append(name, of: operation, task, within: parent, 0, nanoseconds, isAmount: true)
  }

  private mutating func append(
    _ name: String,
    of operation: UInt64,
    _ task: UInt,
    within parent: Int,
    _ begin: Int64,
    _ end: Int64,
    isAmount: Bool = false
  ) -> Int {
    if operation != self.operation {
      // Calls that came in the moment in which their operation ended.
      phase?.lose(calls.count)
      clear()
      self.operation = operation
    }
    guard calls.count < OwnSegments.limit else {
      phase?.lose(1)
      return -1
    }
    // A task is within what it began last itself; a thread without a task is not known to be.
    let innermost = calls.indices.last {
      tasks[$0] == task && task != 0 && calls[$0].end == SegmentCall.open
    }
    var number = names.firstIndex(of: name)
    if number == nil {
      number = names.count
      names.append(name)
    }
    calls.append(
      SegmentCall(
        name: number ?? 0,
        parent: innermost.map { $0 + SegmentLedger.others } ?? parent,
        begin: begin,
        end: end,
        isAmount: isAmount
      )
    )
    tasks.append(task)
    return calls.count - 1
  }

  /// How many calls there are.
  var count: Int { calls.count }

  /// Takes the calls of an operation that ends.
  mutating func take(of operation: UInt64) -> (calls: [SegmentCall], names: [String]) {
    guard operation == self.operation else { return ([], []) }
    defer { clear() }
    return (calls, names)
  }

  private mutating func clear() {
    calls.removeAll(keepingCapacity: true)
    tasks.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }
}
