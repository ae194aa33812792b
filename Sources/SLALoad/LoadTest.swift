// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// An operation put under load, and measured.
///
/// ```swift
/// let report = try await LoadTest("GET /health", .users(16, requests: 240)) { _ in
///   try await api.health()
/// }.run()
/// ```
///
/// An operation succeeds when it returns and fails when it throws; what it returns is dropped, so
/// an answer that is wrong, such as a status of 500, must be thrown. An operation must not report
/// test failures itself: what it throws is counted and judged with the rest.
///
/// Users are tasks on Swift's own threads, of which there are as many as cores. Operations that wait
/// by `await` overlap as asked. Of those that block a thread or compute, only so many run at once,
/// and the report warns of it; but one that does so after an `await` waits for a thread within its
/// latency, and nothing warns of that: compare with the latency at one user.
///
/// Latency counts from the start of each call to its end, by a monotonic clock.
public struct LoadTest {
  /// An operation and on what ground it may run.
  private enum Work {
    case shared(@Sendable @concurrent (LoadContext) async throws -> Void)
    case sequential(@concurrent (LoadContext) async throws -> Void)
  }

  /// The name of the operation, as reports show it.
  public let name: String
  /// How load is offered.
  public let profile: LoadProfile
  private let work: Work

  /// Creates a load test of an operation that users run at once.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - profile: How load is offered.
  ///   - operation: The operation; it runs in child tasks of the task that calls ``run()``.
  @_disfavoredOverload  // `.sequential` goes to the initializer below, which takes any closure.
  public init<Result>(
    _ name: String,
    _ profile: LoadProfile,
    operation: @escaping @Sendable @concurrent (LoadContext) async throws -> Result
  ) {
    self.name = name
    self.profile = profile
    work = .shared { _ = try await operation($0) }
  }

  /// Creates a load test of an operation that runs once at a time, on the caller's actor.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - profile: `.sequential(n)`.
  ///   - operation: The operation; it may capture what is not `Sendable`.
  public init<Result>(
    _ name: String,
    _ profile: SequentialProfile,
    operation: @escaping @concurrent (LoadContext) async throws -> Result
  ) {
    self.name = name
    self.profile = profile.profile
    work = .sequential { _ = try await operation($0) }
  }

  /// Offers the load and waits for its end.
  ///
  /// - Returns: What was measured. A load of no requests or no users gives a report of nothing, on
  ///   which no requirement is met.
  /// - Throws: `CancellationError` if the task was cancelled; the load stops, and operations that
  ///   heed cancellation stop with it. What operations throw is in the report.
  /// - Complexity: A task for each user, or none for `.sequential`; for each operation three readings
  ///   of the clock, a ticket and a record.
  public func run() async throws -> LoadReport {
    try await run(time: .monotonic)
  }

  /// Offers the load by a given clock.
  package func run(time: TimeSource) async throws -> LoadReport {
    let loop = ClosedLoop(profile.closed, time: time)
    let record =
      switch work {
      case .sequential(let operation): await loop.runAlone(operation)
      case .shared(let operation): await loop.run(operation)
      }
    let elapsed = loop.elapsed
    try Task.checkCancellation()
    let report = LoadReport(
      name,
      load: profile.description,
      elapsed: elapsed,
      recordings: [(name, record.recording)],
      peakInFlight: loop.peakInFlight,
      timeline: record.timeline
    )
    return report.adding(profile.closed.warnings(on: report))
  }
}
