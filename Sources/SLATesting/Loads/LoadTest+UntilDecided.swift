// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAGates
public import SLALoad
public import SLAMetrics

extension LoadTest {
  /// Offers the load until every requirement is decided, or cannot be any more, and waits for its end.
  ///
  /// A service that clearly keeps its limits needs about 90 operations for a P95, and more the nearer it is to
  /// them. It may be looked at after every operation, for the evidence is valid at every look: a service that
  /// truly misses a limit is found to keep it with a chance of at most 1 − confidence, of each requirement by
  /// itself. See `SequentialEvidence`.
  ///
  /// ```swift
  /// let sla: SLA = [.p95 <= .milliseconds(300), .errorRate <= 0.01]
  /// let report = try await LoadTest("GET /health", .users(16, requests: 240)) { _ in
  ///   try await api.health()
  /// }.run(untilDecided: sla, atMost: 10_000)
  /// expectSLA(report, sla)
  /// ```
  ///
  /// An expectation on the report goes by the same evidence and confidence. Requirements that are facts of a run,
  /// such as a maximum or a throughput, do not make it longer. Operations in flight do: they end after the
  /// decision, which they must not be able to undo.
  ///
  /// - Parameters:
  ///   - sla: What is to be decided.
  ///   - confidence: A share in `0..<1`.
  ///   - limit: How many operations there are at most, in place of the number in the profile; a profile that lasts
  ///     for some time ends then at the latest.
  /// - Returns: What was measured.
  /// - Throws: `CancellationError` if the task was cancelled, or as `run()` does.
  /// - Precondition: `confidence` is in `0.5..<1`, `limit` at least 1; the load has no phases and no
  ///   `stopEarly`.
  public func run(
    untilDecided sla: SLA,
    confidence: Double = 0.95,
    atMost limit: Int
  ) async throws -> LoadReport {
    let rule = DecisionRule(sla, confidence: confidence, limit: limit)
    var report = try await running(forAtMost: limit) { rule.isOver($0) }.run()
    report.sampling = SequentialSampling(confidence: confidence, limit: limit)
    return report
  }
}
