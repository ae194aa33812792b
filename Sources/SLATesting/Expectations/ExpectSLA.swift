// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Expects that what was measured meets every requirement; reports one failure if not.
///
/// ```swift
/// expectSLA(report, .p95 <= .milliseconds(300), .errorRate <= 0.01, .throughput >= .perSecond(60))
/// ```
///
/// It works in Swift Testing and in XCTest, on the test's task and off it; on the test's own task the
/// failure is listed under the test. It says what was measured, the limit and by how much it is off,
/// the evidence, and what to do next.
///
/// Nothing measured meets no requirement. Failures that no requirement speaks of must not be.
/// Warnings, such as of a percentile of too few samples, are reported as warnings when every
/// requirement is met.
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - requirement: What is required.
///   - more: What else is required.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the expectation.
///   - filePath: The path of the expectation's file.
///   - line: The line of the expectation.
///   - column: The column of the expectation.
/// - Precondition: `confidence` is in `0.5..<1`.
public func expectSLA(
  _ subject: some LoadReportConvertible,
  _ requirement: Requirement,
  _ more: Requirement...,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  _ = Expectation.check(subject, SLA(nil, [requirement] + more), options, at: site)
}

/// Expects that what was measured meets an SLA; reports one failure if not.
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - sla: What is required; an empty list is a failure, for it would promise nothing.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the expectation.
///   - filePath: The path of the expectation's file.
///   - line: The line of the expectation.
///   - column: The column of the expectation.
/// - Precondition: `confidence` is in `0.5..<1`.
public func expectSLA(
  _ subject: some LoadReportConvertible,
  _ sla: SLA,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  _ = Expectation.check(subject, sla, options, at: site)
}
