// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// The same load on several configurations of what is tested, one after another.
///
/// ```swift
/// let matrix = try await LoadMatrix(["baseline": two, "high_workers": eight]) { workers in
///   try await withService(workers: workers) { service in
///     try await LoadTest("POST /jobs", .users(16, requests: 240)) { _ in try await service.post() }
///       .probe("pending", every: .milliseconds(50)) { await service.pending }
///       .settle(within: .seconds(5)) { await service.pending == 0 }
///       .run()
///   }
/// }.repeated(3).shuffled().run()
/// print(matrix.table(sla))
/// matrix.recommended(meeting: sla, by: .p95)
/// ```
///
/// The closure sets a configuration up, offers the load, waits until it has drained, and tears it down: what it does
/// outside of the load is in no figure. Where it throws, before the load or after, that is a row of the report.
public struct LoadMatrix<Configuration: Sendable>: Sendable {
  private struct Cell {
    let configuration: String
    let profile: String?
    let run: @Sendable @concurrent () async throws -> LoadReport

    /// Its name in lines of progress.
    var title: String { [configuration, profile].compactMap(\.self).joined(separator: ", ") }
  }

  private let cells: [Cell]
  private var repeats = 1
  private var seed: UInt64?

  /// Creates a matrix of configurations.
  ///
  /// - Parameters:
  ///   - configurations: Configurations by their names, in the order of the report.
  ///   - measure: Sets a configuration up, measures it, and tears it down.
  /// - Precondition: There is a configuration, and no two have the same name.
  public init<Report: LoadReportConvertible & SendableMetatype>(
    _ configurations: KeyValuePairs<String, Configuration>,
    measure: @escaping @Sendable @concurrent (Configuration) async throws -> Report
  ) {
    self.init(
      configurations.map { name, configuration in
        Cell(configuration: name, profile: nil) { try await measure(configuration).loadReport }
      }
    )
  }

  /// Creates a matrix of configurations, each under several loads.
  ///
  /// - Parameters:
  ///   - configurations: Configurations by their names, in the order of the report.
  ///   - profiles: Load profiles by their names; each configuration is measured under each.
  ///   - measure: Sets a configuration up, measures it under a profile, and tears it down.
  /// - Precondition: There is a configuration and a profile, and no two have the same name.
  public init<Report: LoadReportConvertible & SendableMetatype>(
    _ configurations: KeyValuePairs<String, Configuration>,
    profiles: KeyValuePairs<String, LoadProfile>,
    measure: @escaping @Sendable @concurrent (Configuration, LoadProfile) async throws -> Report
  ) {
    self.init(
      configurations.flatMap { name, configuration in
        profiles.map { profileName, profile in
          Cell(configuration: name, profile: profileName) {
            try await measure(configuration, profile).loadReport
          }
        }
      }
    )
  }

  private init(_ cells: [Cell]) {
    trap(unless: !cells.isEmpty, "a matrix needs a configuration and a profile (was empty)")
    var names: Set<[String?]> = []
    for cell in cells {
      let isNew = names.insert([cell.configuration, cell.profile]).inserted
      trap(unless: isNew, "two rows of a matrix are called \"\(cell.configuration)\"")
    }
    self.cells = cells
  }

  /// Measures everything several times, round by round, so that what changes over time meets all configurations.
  ///
  /// - Parameter times: How often, at least 1.
  /// - Returns: The matrix.
  /// - Precondition: `times` is at least 1.
  public func repeated(_ times: Int) -> LoadMatrix {
    trap(unless: times >= 1, "a matrix is run at least once (was \(times))")
    var matrix = self
    matrix.repeats = times
    return matrix
  }

  /// Measures in random order, another one in each round, so that no configuration is always the first.
  ///
  /// - Parameter seed: Any number; the same gives the same order.
  /// - Returns: The matrix.
  public func shuffled(seed: UInt64 = 0) -> LoadMatrix {
    var matrix = self
    matrix.seed = seed
    return matrix
  }

  /// Measures all configurations in turn.
  ///
  /// With `SLA_MODE=smoke` each is measured once.
  ///
  /// - Returns: What was measured, and what failed to be.
  /// - Throws: `CancellationError` if the task was cancelled, and ``RunModeError`` if `SLA_MODE` or `SLA_SCALE` has a value
  ///   that is none. What the closure throws is in the report.
  public func run() async throws -> MatrixReport {
    let repeats = try RunMode.current.kind == .full ? repeats : 1
    var rows = cells.map { MatrixReport.Row($0.configuration, profile: $0.profile) }
    for (number, place) in (0..<repeats).flatMap(order).enumerated() {
      try Task.checkCancellation()
      let cell = cells[place]
      do {
        let run = try await ProgressStep.named(cell.title, number, of: repeats * cells.count) {
          try await cell.run()
        }
        rows[place].runs.append(run)
      } catch {
        try Task.checkCancellation()
        rows[place].faults.append(FailureKind(error))
      }
    }
    return MatrixReport(rows)
  }

  private func order(of round: Int) -> [Int] {
    guard let seed else { return Array(cells.indices) }
    var generator = SeededGenerator(seed: seed, round)
    return cells.indices.shuffled(using: &generator)
  }
}
