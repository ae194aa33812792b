// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting

extension Row {
  /// What each row over latencies pays for the loop; not shown, but subtracted.
  static let emptyLoop = Row(name: "empty loop", operations: many) {
    Prepared(.one { Latencies.service.each($0) { _ in } })
  }

  /// The least that timing can cost.
  static let floor = Row(name: "floor: two clock readings", operations: many) {
    Prepared(
      .one { count in
        var sum: Int64 = 0
        Latencies.service.each(count) { _ in
          let start = Clock.wall()
          sum &+= Clock.wall() &- start
        }
        use(sum)
      }
    )
  }

  private static let oneReading = Row(name: "one clock reading", operations: many) {
    Prepared(
      .one { count in
        var last: Int64 = 0
        Latencies.service.each(count) { _ in last = Clock.wall() }
        use(last)
      }
    )
  }

  private static let time = Row(
    name: "time { }, synchronous",
    operations: many,
    target: .timesFloor(Build.pick(release: 1.15, debug: 1.35))
  ) {
    let recorder = LatencyRecorder("time")
    return Prepared(
      .one { count in Latencies.service.each(count) { _ in recorder.time {} } },
      bytes: { recorder.byteCount }
    )
  }

  private static let asynchronousTime = Row(
    name: "time { }, asynchronous",
    operations: many
  ) {
    let recorder = LatencyRecorder("async time")
    return Prepared(
      .asynchronous { count in
        // With an empty closure it would be the synchronous `time`.
        for _ in 0..<count { await recorder.time { await nothing() } }
      },
      bytes: { recorder.byteCount }
    )
  }

  private static func nothing() async {}

  /// A clock reading, and the timing of work that does nothing.
  static var clocks: [Row] { [oneReading, time, asynchronousTime] }
}
