// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// A test whose body is run as the operation of a load test, and judged by its traits.
struct LoadedTest {
  /// Whether a load runs the body already: traits further in then step aside.
  @TaskLocal private static var isRunning = false

  let test: Test
  let testCase: Test.Case?
  let profile: LoadProfile
  var execution = LoadExecution.cooperative

  func run(_ body: @concurrent @Sendable () async throws -> Void) async throws {
    guard !Self.isRunning else { return try await body() }
    guard test.traits.contains(where: { $0 is ExclusiveTrait }) else {
      return try await measure(body)
    }
    // Here, so that the wait is not part of an operation, where the trait is written after the load.
    try await exclusively { try await measure(body) }
  }

  /// Skips a test visibly where no loads are run, before anything of it is.
  ///
  /// By the condition that `.disabled` is: it needs no newer Swift Testing, as cancelling a test does.
  ///
  /// - Throws: What makes Swift Testing skip the test.
  static func skipIfOff(_ test: Test) async throws {
    guard RunMode.currentKind == .off else { return }
    try await ConditionTrait.disabled("SLA_MODE=off: nothing is run").prepare(for: test)
  }

  private func measure(_ body: @concurrent @Sendable () async throws -> Void) async throws {
    let report = try await Self.$isRunning.withValue(true) { try await load(body) }
    judge(report)
  }

  private func load(
    _ body: @concurrent @Sendable () async throws -> Void
  ) async throws -> LoadReport {
    let issues = BodyIssues()
    let result = Guarded<LoadReport?>(nil)
    try await issues.handling.provideScope(for: test, testCase: testCase) {
      let report = try await TestBody.lend(body) { body in
        try await LoadTest(name, profile, execution: execution) { _ in
          try await issues.attempt { try await body() }
        }.run()
      }
      result.withLock { $0 = report }
    }
    guard let report = result.withLock(\.self) else { throw CancellationError() }
    return report
  }

  private func judge(_ report: LoadReport) {
    let promises = test.traits.compactMap { $0 as? SLATrait }
    // A load without an SLA still promises that nothing fails.
    guard let first = promises.first else {
      print(report.table(.errorRate <= 0), terminator: "")
      return judge(report, [.errorRate <= 0], JudgingOptions())
    }
    // Of several, what each asks of evidence is asked of all.
    let confidences = promises.compactMap(\.options.confidence)
    let options = JudgingOptions(
      confidence: confidences.max(),
      requireValidLoad: promises.contains(where: \.options.requireValidLoad)
    )
    let rest = promises.dropFirst().map(\.sla)
    judge(report, rest.reduce(first.sla, +), options)
  }

  private func judge(_ report: LoadReport, _ sla: SLA, _ options: JudgingOptions) {
    let filter = IssueReporter.filter(of: test)
    guard let (text, severity) = Expectation.outcome(of: report, sla, options, test: filter)
    else { return }
    IssueReporter.record(text, severity, at: test.sourceLocation)
  }

  private var name: String { test.displayName ?? test.name }
}
