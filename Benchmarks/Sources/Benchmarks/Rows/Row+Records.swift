// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting

extension Row {
  /// So many durations that a recorder holds before it is measured: beyond those that it keeps.
  private static let beforehand = 65_536

  private static let worker = Row(
    name: "WorkerRecorder.record",
    operations: many,
    target: .nanoseconds(Build.pick(release: 2, debug: 20))
  ) {
    let recorder = filledWorker()
    return Prepared(
      .one { count in Latencies.service.each(count) { recorder.record(nanoseconds: $0) } }
    )
  }

  private static let twoWorkers = Row(
    name: "WorkerRecorder.record, two threads, one each",
    operations: many
  ) {
    // Unsafe, for only the thread of its number uses it.
    nonisolated(unsafe) let recorders = [filledWorker(), filledWorker()]
    return Prepared(
      .two { thread, count in
        let recorder = recorders[thread]
        Latencies.service.each(count) { recorder.record(nanoseconds: $0) }
      }
    )
  }

  private static let workerDuration = Row(
    name: "WorkerRecorder.record(Duration)",
    operations: many
  ) {
    let recorder = filledWorker()
    return Prepared(
      .one { count in
        Latencies.service.each(count) { recorder.record(.nanoseconds($0)) }
      }
    )
  }

  private static let shared = Row(
    name: "LatencyRecorder.record",
    operations: many,
    target: .nanoseconds(Build.pick(release: 8, debug: 60))
  ) {
    let recorder = filled()
    return Prepared(
      .one { count in Latencies.service.each(count) { recorder.record(nanoseconds: $0) } },
      bytes: { recorder.byteCount }
    )
  }

  private static let sharedByTwo = Row(
    name: "LatencyRecorder.record, two threads on one",
    operations: many,
    target: Build.isDebug ? nil : .nanoseconds(30)
  ) {
    let recorder = filled()
    return Prepared(
      .two { _, count in
        Latencies.service.each(count) { recorder.record(nanoseconds: $0) }
      },
      bytes: { recorder.byteCount }
    )
  }

  private static let sharedDuration = Row(
    name: "LatencyRecorder.record(Duration)",
    operations: many
  ) {
    let recorder = filled()
    return Prepared(
      .one { count in
        Latencies.service.each(count) { recorder.record(.nanoseconds($0)) }
      },
      bytes: { recorder.byteCount }
    )
  }

  private static func filledWorker() -> WorkerRecorder {
    let recorder = WorkerRecorder()
    Latencies.service.each(beforehand) { recorder.record(nanoseconds: $0) }
    return recorder
  }

  private static func filled() -> LatencyRecorder {
    let recorder = LatencyRecorder("record")
    Latencies.service.each(beforehand) { recorder.record(nanoseconds: $0) }
    return recorder
  }

  /// One duration recorded, which was measured elsewhere.
  static var records: [Row] {
    [worker, twoWorkers, workerDuration, shared, sharedByTwo, sharedDuration]
  }
}
