// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

extension LoadReport {
  /// A report of a command, whose runs took 10 ms each, of which 4 ms on cores and 2 ms of the system there.
  ///
  /// - Parameters:
  ///   - name: The name of the command.
  ///   - memory: The memory of each run that succeeded.
  ///   - outputs: The bytes that each wrote, 10 where there are too few.
  ///   - failures: How many failed, by kind.
  ///   - lines: What the failed ones wrote.
  /// - Returns: The report.
  package static func command(
    _ name: String = "run",
    memory: [PeakMemory],
    outputs: [Int] = [],
    failures: [String: Int] = [:],
    lines: [String] = []
  ) -> LoadReport {
    let recorder = WorkerRecorder()
    var usage = CommandUsage()
    for (number, memory) in memory.enumerated() {
      recorder.record(.milliseconds(10))
      let output = number < outputs.count ? outputs[number] : 10
      usage.add(user: 4_000_000, system: 2_000_000, memory: memory, output: .bytes(output))
    }
    for (reason, count) in failures.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<count { recorder.record(FailureKind(reason), after: .milliseconds(1)) }
      usage.add(.init(failure: FailureKind(reason), lines: lines))
    }
    return LoadReport(
      name,
      load: "\(memory.count) runs",
      elapsed: .seconds(1),
      operations: [RecordedOperation(name, recorder.recording, usage: usage)],
      peakInFlight: 1
    )
  }
}
