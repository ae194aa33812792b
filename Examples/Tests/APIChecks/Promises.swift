// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting

/// What the service promises, in one place for the checks of both frameworks.
enum Promises {
  /// For a single request.
  static let single: SLA = [.max <= .milliseconds(350), .errorRate <= 0]

  /// For requests one after another.
  static let sequential: SLA = [
    .p95 <= .milliseconds(300), .errorRate <= 0, .throughput >= .perSecond(5),
  ]

  /// For several requests at once.
  static let concurrent: SLA = [.p95 <= .milliseconds(380), .errorRate <= 0.01]

  /// For a hundred requests in a row.
  static let sustained: SLA = [
    .mean <= .milliseconds(200), .p95 <= .milliseconds(300), .p99 <= .milliseconds(380),
    .successRate >= 0.99,
  ]
}
