// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// The steps that all expectations share: judge, and report once.
enum Expectation {
  /// Whether the library, and so most likely the code under test, is built without optimization.
  static let isDebugBuild = _isDebugAssertConfiguration()

  static func check(
    _ subject: some LoadReportConvertible,
    _ requirements: [Requirement],
    at site: CallSite
  ) {
    IssueReporter.prepare()
    let assessment = Assessment(of: subject.loadReport, by: requirements)
    let test = Test.current.map(IssueReporter.filter) ?? site.module
    guard let (text, severity) = outcome(of: assessment, test: test) else { return }
    IssueReporter.report(text, severity, at: site)
  }

  /// What to report of an assessment, or `nil` if it is met without reservation.
  static func outcome(
    of assessment: Assessment,
    test: String?
  ) -> (text: String, severity: IssueReporter.Severity)? {
    let message = FailureMessage(assessment, test: test, isDebugBuild: isDebugBuild)
    guard assessment.isMet else { return (message.text, .failure) }
    return message.warningText.map { ($0, .warning) }
  }
}
