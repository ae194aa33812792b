// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

extension LoadTest {
  /// Reads a gauge at intervals, before, during and after the load, on a thread of its own.
  ///
  /// A reading that throws, or does not come in time, leaves a gap in the report and a warning; it never
  /// delays the load.
  ///
  /// - Parameters:
  ///   - name: The name by which the report has it: `report.probe("pending")`.
  ///   - interval: How often, at least 1 ms.
  ///   - gauge: What reads it.
  /// - Returns: The load test.
  /// - Precondition: `interval` is at least 1 ms.
  public func probe<Value: BinaryInteger & SendableMetatype>(
    _ name: String,
    every interval: Duration = .milliseconds(100),
    _ gauge: @escaping @Sendable @concurrent () async throws -> Value
  ) -> LoadTest {
    adding(Probe(name, every: interval) { Double(try await gauge()) })
  }

  /// Reads a gauge at intervals, before, during and after the load, on a thread of its own.
  ///
  /// - Parameters:
  ///   - name: The name by which the report has it.
  ///   - interval: How often, at least 1 ms.
  ///   - gauge: What reads it; what is not a finite number is a gap.
  /// - Returns: The load test.
  /// - Precondition: `interval` is at least 1 ms.
  public func probe<Value: BinaryFloatingPoint & SendableMetatype>(
    _ name: String,
    every interval: Duration = .milliseconds(100),
    _ gauge: @escaping @Sendable @concurrent () async throws -> Value
  ) -> LoadTest {
    adding(Probe(name, every: interval) { Double(try await gauge()) })
  }

  /// Reads a gauge of the process at intervals, before, during and after the load.
  ///
  /// - Parameters:
  ///   - gauge: Which; the report has it by its description: `report.probe("process threads")`.
  ///   - interval: How often, at least 1 ms.
  /// - Returns: The load test.
  /// - Precondition: `interval` is at least 1 ms.
  public func probe(
    _ gauge: ProcessGauge,
    every interval: Duration = .milliseconds(100)
  ) -> LoadTest {
    adding(Probe("\(gauge)", every: interval, gauge.reader()))
  }

  private func adding(_ probe: Probe) -> LoadTest {
    trap(
      unless: !options.probes.contains { $0.name == probe.name },
      "two probes are called \"\(probe.name)\""
    )
    return with { $0.probes.append(probe) }
  }
}

extension LoadReport {
  /// What a probe of the process saw, or `nil` if there is no such probe.
  ///
  /// - Parameter gauge: Which.
  /// - Returns: What was seen.
  public func probe(_ gauge: ProcessGauge) -> ProbeReport? { probe("\(gauge)") }
}
