// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// The loop that follows planned times: waits for each, and lets it begin.
package struct Pacer {
  /// How long the loop sleeps at most before it looks whether it shall stop.
  private static let slice: Int64 = 50_000_000

  /// When the load begins, in nanoseconds of the time source.
  let origin: Int64
  /// How long before its time an arrival is handed over, in nanoseconds.
  let lead: Int64
  let time: TimeSource
  /// Waits until a time, in nanoseconds of the time source.
  let sleep: (Int64) -> Void
  let isStopped: () -> Bool

  package init(
    origin: Int64,
    lead: Int64,
    time: TimeSource,
    sleep: @escaping (Int64) -> Void,
    isStopped: @escaping () -> Bool
  ) {
    self.origin = origin
    self.lead = lead
    self.time = time
    self.sleep = sleep
    self.isStopped = isStopped
  }

  /// Lets everything begin at its time.
  ///
  /// - Parameters:
  ///   - times: Planned times in nanoseconds since the load began, ascending.
  ///   - begin: What lets an operation begin, by its number and its planned time.
  /// - Returns: Whether all began; `false` after a stop.
  @discardableResult
  package func follow(_ times: some IteratorProtocol<Int64>, _ begin: (Int, Int64) -> Void) -> Bool
  {
    var times = times
    var number = 0
    while let offset = times.next() {
      let planned = origin + offset
      guard wait(until: planned - lead) else { return false }
      begin(number, planned)
      number += 1
    }
    return true
  }

  /// Waits until a time, in nanoseconds of the time source.
  ///
  /// - Returns: Whether the time came; `false` after a stop.
  package func wait(until deadline: Int64) -> Bool {
    var now = time.nanoseconds()
    while now < deadline {
      guard !isStopped() else { return false }
      sleep(min(deadline, now + Self.slice))
      now = time.nanoseconds()
    }
    return !isStopped()
  }
}
