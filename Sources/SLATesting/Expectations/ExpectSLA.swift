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
/// Nothing measured meets no requirement. Where none says how many operations may fail, none may.
/// Warnings, such as of a percentile of too few samples, are reported as warnings when every
/// requirement is met.
///
/// - Parameters:
///   - subject: A load report or a recorder.
///   - requirement: What is required.
///   - more: What else is required.
///   - fileID: The file of the expectation.
///   - filePath: The path of the expectation's file.
///   - line: The line of the expectation.
///   - column: The column of the expectation.
public func expectSLA(
  _ subject: some LoadReportConvertible,
  _ requirement: Requirement,
  _ more: Requirement...,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  Expectation.check(subject, [requirement] + more, at: site)
}

/// Expects that what was measured meets every requirement of a list; reports one failure if not.
///
/// - Parameters:
///   - subject: A load report or a recorder.
///   - requirements: What is required; an empty list is a failure, for it would promise nothing.
///   - fileID: The file of the expectation.
///   - filePath: The path of the expectation's file.
///   - line: The line of the expectation.
///   - column: The column of the expectation.
public func expectSLA(
  _ subject: some LoadReportConvertible,
  _ requirements: [Requirement],
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  Expectation.check(subject, requirements, at: site)
}
