// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Ingest

/// Writes down which parts ran within which, and what was counted.
final class Recorder: IngestTiming {
  private var path: [String] = []
  private(set) var lines: [String] = []

  func segment<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    path.append(name)
    lines.append(path.joined(separator: "/"))
    defer { path.removeLast() }
    return try work()
  }

  func count(_ name: String) {
    lines.append("+ \(name)")
  }
}
