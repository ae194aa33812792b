// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A part of a load with a name and a report of its own, or a pause between two.
public struct LoadPhase: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case load(String, LoadProfile)
    /// In nanoseconds, at least 0.
    case pause(Int64)
  }

  package let content: Content

  /// A named part.
  ///
  /// - Parameters:
  ///   - name: The name by which the report of the part is found.
  ///   - profile: How load is offered in it; not phases again.
  /// - Returns: The phase.
  /// - Precondition: `profile` has no phases of its own.
  public static func phase(_ name: String, _ profile: LoadProfile) -> LoadPhase {
    trap(unless: profile.phases == nil, "phase \"\(name)\" must not consist of phases")
    return LoadPhase(content: .load(name, profile))
  }

  /// A time without load.
  ///
  /// - Parameter duration: How long, at least zero.
  /// - Returns: The pause.
  /// - Precondition: `duration` is not negative.
  public static func pause(_ duration: Duration) -> LoadPhase {
    let nanoseconds = duration.wholeNanoseconds
    trap(unless: nanoseconds >= 0, "a pause must not be negative (was \(nanoseconds) ns)")
    return LoadPhase(content: .pause(nanoseconds))
  }
}

extension LoadPhase: CustomStringConvertible {
  /// The phase in words: `burst (burst of 50)`, `pause 1 s`.
  public var description: String {
    switch content {
    case .load(let name, let profile): "\(name) (\(profile))"
    case .pause(let nanoseconds): "pause \(Duration.nanoseconds(nanoseconds).exactText)"
    }
  }
}
