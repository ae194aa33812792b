// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Ends the process with a message unless a condition holds: a programmer's error at a call.
///
/// Not a `precondition`, whose message a release build leaves out, and release builds are where
/// performance tests belong.
///
/// - Parameters:
///   - condition: What the caller must see to.
///   - message: What must hold, and the value that does not.
///   - file: The file of the check.
///   - line: The line of the check.
package func trap(
  unless condition: Bool,
  _ message: @autoclosure () -> String,
  file: StaticString = #fileID,
  line: UInt = #line
) {
  guard condition else { fatalError(message(), file: file, line: line) }
}
