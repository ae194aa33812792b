// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// An error that knows what kind of failure it is.
///
/// Let the errors of a client conform to it, and failures are counted by category:
///
/// ```swift
/// struct UnexpectedStatus: Error, FailureKindConvertible {
///   let status: Int
///   var failureKind: FailureKind { FailureKind(status: status) }
/// }
/// ```
public protocol FailureKindConvertible: Error {
  /// What kind of failure the error is.
  var failureKind: FailureKind { get }
}
