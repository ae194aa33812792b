// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A gauge of the process that the tests run in, ready to be probed.
public struct ProcessGauge: Sendable, Hashable, CustomStringConvertible {
  private enum Kind: String {
    case processor = "process cores used"
    case residentMemory = "process resident memory"
    case openFiles = "process open files"
    case threads = "process threads"
  }

  private struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  private let kind: Kind

  /// How many cores the process kept busy since the reading before, in `0...`.
  public static let cpu = ProcessGauge(kind: .processor)
  /// The memory of the process that is in main memory, in bytes.
  public static let residentMemory = ProcessGauge(kind: .residentMemory)
  /// The files, sockets and pipes that the process has open.
  public static let openFiles = ProcessGauge(kind: .openFiles)
  /// The threads of the process.
  public static let threads = ProcessGauge(kind: .threads)

  /// The name by which a report finds the probe: `process resident memory`.
  public var description: String { kind.rawValue }

  /// What reads the gauge.
  func reader() -> @Sendable @concurrent () async throws -> Double {
    switch kind {
    case .processor: Self.processorReader()
    case .residentMemory: { try Self.known(ProcessReadings.residentMemory()) }
    case .openFiles: { try Self.known(ProcessReadings.openFiles()) }
    case .threads: { try Self.known(ProcessReadings.threads()) }
    }
  }

  /// A reading, unless the system does not tell it.
  private static func known(_ reading: Double?) throws -> Double {
    guard let reading else { throw Unreadable(description: "the system does not tell") }
    return reading
  }

  private static func processorReader() -> @Sendable @concurrent () async throws -> Double {
    let last = Guarded(
      (time: TimeSource.monotonic.nanoseconds(), used: ProcessUsage.processorTime())
    )
    return {
      let now = (time: TimeSource.monotonic.nanoseconds(), used: ProcessUsage.processorTime())
      let before = last.withLock { last in
        defer { last = now }
        return last
      }
      guard let used = now.used, let usedBefore = before.used else {
        throw Unreadable(description: "the system does not tell")
      }
      return now.time > before.time
        ? Double(used - usedBefore) / Double(now.time - before.time) : 0
    }
  }
}
