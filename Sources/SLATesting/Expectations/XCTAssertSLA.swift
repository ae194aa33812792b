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
///   - subject: A load report or a recorder.
///   - requirement: What is required.
///   - more: What else is required.
///   - fileID: The file of the assertion.
///   - file: The path of the assertion's file.
///   - line: The line of the assertion.
///   - column: The column of the assertion.
public func XCTAssertSLA(
  _ subject: some LoadReportConvertible,
  _ requirement: Requirement,
  _ more: Requirement...,
  fileID: StaticString = #fileID,
  file: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: file, line: line, column: column)
  Expectation.check(subject, [requirement] + more, at: site)
}

// swift-format-ignore: AlwaysUseLowerCamelCase
/// Asserts that what was measured meets every requirement of a list; the XCTest name of `expectSLA`.
///
/// - Parameters:
///   - subject: A load report or a recorder.
///   - requirements: What is required; an empty list is a failure, for it would promise nothing.
///   - fileID: The file of the assertion.
///   - file: The path of the assertion's file.
///   - line: The line of the assertion.
///   - column: The column of the assertion.
public func XCTAssertSLA(
  _ subject: some LoadReportConvertible,
  _ requirements: [Requirement],
  fileID: StaticString = #fileID,
  file: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) {
  let site = CallSite(fileID: fileID, filePath: file, line: line, column: column)
  Expectation.check(subject, requirements, at: site)
}
