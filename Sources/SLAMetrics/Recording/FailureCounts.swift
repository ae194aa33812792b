// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The number of failed operations by kind, at most 32 kinds apart.
package struct FailureCounts {
  /// The most kinds of failure that one recorder tells apart.
  package static let kindLimit = 32

  package private(set) var byKind: [FailureKind: Int] = [:]

  package init() {}

  /// Counts a failure; in a kind for all others once there are too many.
  package mutating func add(_ kind: FailureKind) {
    let isKnown = byKind[kind] != nil || byKind.count < Self.kindLimit
    byKind[isKnown ? kind : .furtherKinds, default: 0] += 1
  }
}
