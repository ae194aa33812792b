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

func milliseconds(_ duration: Duration?) -> String {
  duration.map { String(format: "%.2f ms", $0 / .milliseconds(1)) } ?? "-"
}
