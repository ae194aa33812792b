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
    /// What was measured, once for each round in which the configuration started.
    public package(set) var runs: [LoadReport] = []
    /// Why it did not start, once for each round in which that was so.
    public package(set) var faults: [FailureKind] = []

    package init(_ configuration: String, profile: String?) {
      self.configuration = configuration
      self.profile = profile
    }

    /// The name of the configuration with that of the load: `baseline, 240 at 16`.
    public var name: String { [configuration, profile].compactMap(\.self).joined(separator: ", ") }

    /// The middle of a figure over the runs that have it: the lower of two; `nil` if none has.
    ///
    /// - Parameter figure: What to read off a run.
    /// - Returns: The median by nearest rank.
    package func middle<Figure: Comparable>(_ figure: (LoadReport) -> Figure?) -> Figure? {
      let figures = runs.compactMap(figure).sorted()
      return figures.isEmpty ? nil : figures[(figures.count - 1) / 2]
    }
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
