// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension LatencyRecorder: LoadReportConvertible {
  /// What was recorded so far, as a report of one operation.
  public var loadReport: LoadReport {
    let snapshot = snapshot()
    let operation = RecordedOperation(name, snapshot)
    return LoadReport(name, load: nil, elapsed: snapshot.elapsed, operations: [operation])
  }
}
