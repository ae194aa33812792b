// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value behind a lock, which threads can share.
private final class Locked<Value>: Sendable {
  let value: Mutex<Value>

  init(_ value: sending Value) { self.value = Mutex(value) }
}

extension Row {
  private static let array = Row(name: "Mutex<[Int64]>, append", operations: many) {
    let samples = Locked<[Int64]>([])
    return Prepared(
      .one { count in
        samples.value.withLock { $0 = [] }
        Latencies.service.each(count) { value in samples.value.withLock { $0.append(value) } }
      },
      bytes: { samples.value.withLock { $0.capacity * MemoryLayout<Int64>.stride } }
    )
  }

  private static let arrayOfTwo = Row(
    name: "Mutex<[Int64]>, append, two threads on one",
    operations: many
  ) {
    let samples = Locked<[Int64]>([])
    return Prepared(
      .two { thread, count in
        if thread == 0 { samples.value.withLock { $0 = [] } }
        Latencies.service.each(count) { value in samples.value.withLock { $0.append(value) } }
      },
      bytes: { samples.value.withLock { $0.capacity * MemoryLayout<Int64>.stride } }
    )
  }

  private static let sortedArray = Row(
    name: "[Int64], append, and sort() at the end",
    operations: many
  ) {
    var bytes = 0
    return Prepared(
      .one { count in
        var samples: [Int64] = []
        Latencies.service.each(count) { samples.append($0) }
        samples.sort()
        use(samples)
        bytes = samples.capacity * MemoryLayout<Int64>.stride
      },
      bytes: { bytes }
    )
  }

  private static let histogram = Row(name: "Mutex<histogram>", operations: many) {
    let histogram = Locked(PlainHistogram())
    return Prepared(
      .one { count in
        Latencies.service.each(count) { value in histogram.value.withLock { $0.record(value) } }
      },
      bytes: { histogram.value.withLock { $0.counts.count * MemoryLayout<Int>.stride } }
    )
  }

  private static let histogramOfTwo = Row(
    name: "Mutex<histogram>, two threads on one",
    operations: many
  ) {
    let histogram = Locked(PlainHistogram())
    return Prepared(
      .two { _, count in
        Latencies.service.each(count) { value in histogram.value.withLock { $0.record(value) } }
      },
      bytes: { histogram.value.withLock { $0.counts.count * MemoryLayout<Int>.stride } }
    )
  }

  /// What one would write without the library, for the same values.
  static var comparisons: [Row] { [array, arrayOfTwo, sortedArray, histogram, histogramOfTwo] }
}
