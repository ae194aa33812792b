// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct WorkerRecorderTests {
  @Test func everythingGivenIsInTheRecording() throws {
    let recorder = WorkerRecorder()
    recorder.record(.milliseconds(7))
    recorder.record(.milliseconds(3), count: 2)
    recorder.record(nanoseconds: 1_000, count: 0)
    recorder.record(FailureKind(status: 429), after: .milliseconds(1))
    let recording = recorder.recording
    let latency = try #require(recording.latency)
    #expect(
      latency.count == 3 && latency.min == .milliseconds(3) && latency.max == .milliseconds(7)
    )
    #expect(recording.failures == [FailureKind(status: 429): 1] && recording.elapsed == nil)
  }

  @Test func aNegativeCountTraps() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      WorkerRecorder().record(.seconds(1), count: -1)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("a count of operations must be in 0...1099511627776 (was -1)"))
  }
}
