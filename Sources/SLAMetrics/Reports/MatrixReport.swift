// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What was measured of several configurations, each under one or more loads.
public struct MatrixReport: Sendable, Equatable {
  /// One configuration under one load.
  public struct Row: Sendable, Equatable {
    /// The name of the configuration.
    public let configuration: String
    /// The name of the load, or `nil` if there is only one.
    public let profile: String?
    /// What was measured, once for each round that was not in vain.
    public package(set) var runs: [LoadReport] = []
    /// What the closure threw that sets up, loads and tears down, once for each round in which it threw.
    public package(set) var faults: [FailureKind] = []

    package init(_ configuration: String, profile: String?) {
      self.configuration = configuration
      self.profile = profile
    }

    /// The name of the configuration with that of the load: `baseline, 240 at 16`.
    public var name: String { [configuration, profile].compactMap(\.self).joined(separator: ", ") }
  }

  /// Configurations in the order in which they were declared, each with its loads.
  public let rows: [Row]

  package init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The names of the configurations, in the order in which they were declared.
  public var configurations: [String] {
    rows.reduce(into: []) { names, row in
      if !names.contains(row.configuration) { names.append(row.configuration) }
    }
  }

  /// A row by the names of its configuration and its load, or `nil` if there is none.
  ///
  /// - Parameters:
  ///   - configuration: The name of the configuration.
  ///   - profile: The name of the load; the first one unless given.
  public subscript(configuration: String, profile: String? = nil) -> Row? {
    rows.first { row in
      row.configuration == configuration && (profile == nil || row.profile == profile)
    }
  }
}
