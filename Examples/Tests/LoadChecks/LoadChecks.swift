// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting
import ServiceUnderTest
import Testing

/// The load checks, one after another; each theme is a suite in a file of its own.
@Suite(.serialized, .alone) enum LoadChecks {
  /// Whether loads have their full length, minutes rather than seconds: `LOAD_FULL=1`.
  static let isFull = ProcessInfo.processInfo.environment["LOAD_FULL"] == "1"
}

extension LoadReport {
  /// The figures of each operation, a line for each.
  var operationLines: String {
    let width = operations.map(\.name.count).max() ?? 0
    return operations.map { operation in
      let name = operation.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let latency = operation.latency
      return """
        \(name)  \(operation.count) made, \(operation.failureCount) failed, \
        mean \(milliseconds(latency?.mean)), P95 \(milliseconds(latency?.p95)), \
        P99 \(milliseconds(latency?.p99))
        """
    }
    .joined(separator: "\n")
  }
}

/// A duration as tables of milliseconds show it; `-` for none.
func milliseconds(_ duration: Duration?) -> String {
  duration.map { String(format: "%.2f ms", $0 / .milliseconds(1)) } ?? "-"
}
