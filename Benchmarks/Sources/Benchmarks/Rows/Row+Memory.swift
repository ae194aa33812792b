// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting

extension Row {
  private static let wholeRange = memory(
    "memory, 10,000,000 from 1 ns to 1 h",
    target: .bytes(300_000)
  ) { recorder in
    Latencies.wholeRange.each(10_000_000) { recorder.record(nanoseconds: $0) }
  }

  private static let decade = memory(
    "memory, 10,000,000 within a decade",
    target: .bytes(130_000)
  ) { recorder in
    Latencies.decade.each(10_000_000) { recorder.record(nanoseconds: $0) }
  }

  private static let timed = memory("memory, 20,000 by time { }", target: nil) { recorder in
    for _ in 0..<20_000 { recorder.time {} }
  }

  private static func memory(
    _ name: String,
    target: Target?,
    _ fill: @escaping @Sendable (LatencyRecorder) -> Void
  ) -> Row {
    Row(name: name, operations: 1, isLoop: false, target: target) {
      let recorder = LatencyRecorder(name)
      fill(recorder)
      return Prepared(.memory, bytes: { recorder.byteCount })
    }
  }

  /// What a `LatencyRecorder` takes, by its own account.
  static var memory: [Row] { [wholeRange, decade, timed] }
}
