// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The error by which a required SLA that is not met ends a test.
///
/// What was measured is in the failure that was reported before.
public struct SLANotMet: Error, Sendable, CustomStringConvertible {
  /// A sentence that says where the failure was reported.
  public let description: String

  init(_ name: String, _ site: CallSite) {
    description =
      "The SLA of \"\(name)\" is not met: see the failure at \(site.fileID):\(site.line)."
  }
}

/// Requires that what was measured meets every requirement; reports one failure and throws if not.
///
/// ```swift
/// try requireSLA(report, .errorRate <= 0.01)
/// ```
///
/// For what makes no sense to go on with. The failure is that of `expectSLA`, with the place of the call; the error
/// ends the test.
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - requirement: What is required.
///   - more: What else is required.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the requirement.
///   - filePath: The path of the requirement's file.
///   - line: The line of the requirement.
///   - column: The column of the requirement.
/// - Throws: ``SLANotMet`` if a requirement is not met, after the failure was reported.
/// - Precondition: `confidence` is in `0.5..<1`.
public func requireSLA(
  _ subject: some LoadReportConvertible,
  _ requirement: Requirement,
  _ more: Requirement...,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) throws {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  guard Expectation.check(subject, SLA(nil, [requirement] + more), options, at: site) else {
    throw SLANotMet(subject.loadReport.name, site)
  }
}

/// Requires that what was measured meets an SLA; reports one failure and throws if not.
///
/// - Parameters:
///   - subject: A load report, a phase, an operation or a recorder.
///   - sla: What is required; an empty list is a failure, for it would promise nothing.
///   - confidence: The confidence that *met* and *missed* each need, a share in `0.5..<1`; `nil` lets the
///     observation decide, or, of a load that ran until it was decided, the confidence of that.
///   - requireValidLoad: Whether nothing is decided, which fails, by a load that was not the one asked for.
///   - fileID: The file of the requirement.
///   - filePath: The path of the requirement's file.
///   - line: The line of the requirement.
///   - column: The column of the requirement.
/// - Throws: ``SLANotMet`` if a requirement is not met, after the failure was reported.
/// - Precondition: `confidence` is in `0.5..<1`.
public func requireSLA(
  _ subject: some LoadReportConvertible,
  _ sla: SLA,
  confidence: Double? = nil,
  requireValidLoad: Bool = false,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column
) throws {
  let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
  let options = JudgingOptions(confidence: confidence, requireValidLoad: requireValidLoad)
  guard Expectation.check(subject, sla, options, at: site) else {
    throw SLANotMet(subject.loadReport.name, site)
  }
}
