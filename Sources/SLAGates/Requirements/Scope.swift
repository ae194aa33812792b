// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// Which operations of a report a requirement is about.
package struct Scope: Sendable, Hashable {
  package enum Operations: Sendable, Hashable {
    /// All taken together.
    case all
    case one(String)
    /// Each by itself.
    case every
  }

  package var operations = Operations.all
  /// The phase of the load, or `nil` for all of it.
  package var phase: String?
  /// Operations that are left out.
  package var excludedOperations: [String] = []
  /// Failures that are left out, as if these operations had not been made.
  package var excludedFailures: [FailureCategory] = []

  package init(_ operations: Operations = .all, phase: String? = nil) {
    self.operations = operations
    self.phase = phase
  }

  /// Whether it is all of a report.
  package var isWhole: Bool { self == Scope() }
}

extension Scope: CustomStringConvertible {
  /// The canonical text, which begins with a space unless it is empty: ` of search in phase burst`.
  package var description: String {
    var text = ""
    switch operations {
    case .all: break
    case .one(let name): text += " of \(NameText.quoted(name))"
    case .every: text += " of every operation"
    }
    if let phase { text += " in phase \(NameText.quoted(phase))" }
    let excluded =
      excludedOperations.map { NameText.quoted($0) } + excludedFailures.map { "\($0) failures" }
    if !excluded.isEmpty { text += " excluding " + excluded.joined(separator: ", ") }
    return text
  }
}
