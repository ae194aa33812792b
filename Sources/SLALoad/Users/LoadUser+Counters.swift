// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// What a step or flow does that is no operation itself.
extension LoadUser {
  /// Counts something that the step or flow at work did.
  ///
  /// As `LoadContext.count(_:by:)`.
  ///
  /// - Parameters:
  ///   - name: The name of the counter; no identifiers.
  ///   - count: How often, at least 0.
  /// - Precondition: `count` is not negative.
  public func count(_ name: String, by count: Int = 1) { noted.count(name, by: count) }
}
