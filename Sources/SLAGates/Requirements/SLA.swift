// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Promises of how something performs: a list of requirements, which may have a name.
///
/// ```swift
/// let pilot = SLA("pilot", .p95 <= .milliseconds(300), .errorRate <= 0.01)
/// let core: SLA = [(.p95 < .milliseconds(1_200)).on("search"), .throughput >= .perSecond(60)]
/// expectSLA(report, pilot + core)
/// ```
public struct SLA: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// The name, or `nil`.
  public let name: String?
  /// The requirements, in the order in which they were written.
  public let requirements: [Requirement]

  /// Creates a named SLA.
  ///
  /// - Parameters:
  ///   - name: The name, as messages show it.
  ///   - requirement: What is required.
  ///   - more: What else is required.
  public init(_ name: String, _ requirement: Requirement, _ more: Requirement...) {
    self.init(name, [requirement] + more)
  }

  /// Creates an SLA of a list.
  ///
  /// - Parameters:
  ///   - name: The name, or `nil`.
  ///   - requirements: What is required; nothing meets an empty list.
  public init(_ name: String?, _ requirements: [Requirement]) {
    self.name = name
    self.requirements = requirements
  }

  /// Creates an SLA of a list, without a name.
  ///
  /// - Parameter requirements: What is required; nothing meets an empty list.
  public init(_ requirements: [Requirement]) {
    self.init(nil, requirements)
  }

  /// Creates an SLA without a name.
  public init(arrayLiteral requirements: Requirement...) {
    self.init(nil, requirements)
  }

  /// Returns an SLA that requires what either does, each thing once; named if one of them is, or both.
  public static func + (left: SLA, right: SLA) -> SLA {
    let names = [left.name, right.name].compactMap(\.self)
    let further = right.requirements.filter { !left.requirements.contains($0) }
    return SLA(
      names.isEmpty ? nil : names.joined(separator: " and "),
      left.requirements + further
    )
  }
}

extension SLA: CustomStringConvertible {
  /// The canonical texts of the requirements, one a line, which ``init(_:parsing:)`` reads back.
  public var description: String { requirements.map(\.description).joined(separator: "\n") }
}
