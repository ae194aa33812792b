// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A type whose values an SLA can be judged on, because they give a load report.
public protocol LoadReportConvertible {
  /// What was measured so far, as a report.
  var loadReport: LoadReport { get }
}
