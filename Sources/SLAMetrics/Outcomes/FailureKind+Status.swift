// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension FailureKind {
  /// Creates the kind of an HTTP status that is not the one that was wanted.
  ///
  /// 429 is throttled, 408 and 504 are timeouts, other statuses from 400 are rejected, from 500 a server
  /// error, and anything else is an invalid result (RFC 9110, https://doi.org/10.17487/RFC9110, and RFC
  /// 6585 for 429).
  ///
  /// - Parameter status: The status of the answer, as 503.
  public init(status: Int) {
    let category: FailureCategory =
      switch status {
      case 429: .throttled
      case 408, 504: .timeout
      case 400..<500: .rejected
      case 500..<600: .serverError
      default: .invalidResult
      }
    self.init(category, reason: "status \(status)")
  }
}
