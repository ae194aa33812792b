// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore: AlwaysUseLowerCamelCase
/// Asserts that what was measured meets every requirement; the XCTest name of `expectSLA`.
///
/// ```swift
/// XCTAssertSLA(report, .p95 <= .milliseconds(200))
/// ```
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - requirement: What is required.
///   - more: What else is required.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the assertion.
///   - file: The path of the assertion's file.
///   - line: The line of the assertion.
///   - column: The column of the assertion.
/// - Precondition: `confidence` is in `0.5..<1`.
public func XCTAssertSLA(
  _ subject: some LoadReportConvertible,
  _ requirement: Requirement,
  _ more: Requirement...,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  file: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: file, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  _ = Expectation.check(subject, SLA(nil, [requirement] + more), options, at: site)
}

// swift-format-ignore: AlwaysUseLowerCamelCase
/// Asserts that what was measured meets an SLA; the XCTest name of `expectSLA`.
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - sla: What is required; an empty list is a failure, for it would promise nothing.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the assertion.
///   - file: The path of the assertion's file.
///   - line: The line of the assertion.
///   - column: The column of the assertion.
/// - Precondition: `confidence` is in `0.5..<1`.
public func XCTAssertSLA(
  _ subject: some LoadReportConvertible,
  _ sla: SLA,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  file: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: file, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  _ = Expectation.check(subject, sla, options, at: site)
}

// swift-format-ignore: AlwaysUseLowerCamelCase
/// Asserts that the 95th percentile of latency is within a limit, and that no operation failed.
///
/// ```swift
/// XCTAssertP95(report, within: .milliseconds(200))
/// ```
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - limit: The most that the 95th percentile may be.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the assertion.
///   - file: The path of the assertion's file.
///   - line: The line of the assertion.
///   - column: The column of the assertion.
/// - Precondition: `confidence` is in `0.5..<1`.
public func XCTAssertP95(
  _ subject: some LoadReportConvertible,
  within limit: Duration,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  file: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: file, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  _ = Expectation.check(subject, [.p95 <= limit], options, at: site)
}
