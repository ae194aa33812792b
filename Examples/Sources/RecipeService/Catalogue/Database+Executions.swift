// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// One run of a recipe's script.
struct Execution: Codable, Equatable, Sendable {
  let id: Int
  let recipe: String
  /// As in `2026-01-31`.
  let day: String
  let state: String
  let files: Int
  let runtimeSeconds: Int
  let costMicrodollars: Int
}

/// What an execution is likely to cost.
struct Estimate: Codable, Equatable, Sendable {
  let files: Int
  let runtimeSeconds: Int
  let costMicrodollars: Int
  /// The number of executions that the estimate rests on.
  let executions: Int
}

/// What the executions of a day cost together.
struct DailyCost: Codable, Equatable, Sendable {
  /// As in `2026-01-31`.
  let day: String
  let executions: Int
  let costMicrodollars: Int
}

extension Database {
  /// The latest executions, the newest first.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func latestExecutions(limit: Int) throws -> [Execution] {
    try rows(
      """
      SELECT executions.id, title, day, state, files, runtime_seconds, cost_microdollars
        FROM executions JOIN recipes ON recipes.id = recipe_id
        ORDER BY executions.id DESC LIMIT ?
      """,
      [.integer(limit)]
    ) {
      Execution(
        id: $0.integer(0),
        recipe: $0.text(1),
        day: $0.text(2),
        state: $0.text(3),
        files: $0.integer(4),
        runtimeSeconds: $0.integer(5),
        costMicrodollars: $0.integer(6)
      )
    }
  }

  /// Estimates an execution by the means of those that succeeded.
  ///
  /// - Parameters:
  ///   - files: The number of files, 1 or more.
  ///   - runtimeSeconds: The expected runtime in seconds, or nil to estimate it, too.
  /// - Returns: The estimate; zero when no execution has succeeded yet.
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func estimate(files: Int, runtimeSeconds: Int?) throws -> Estimate {
    let sums = try row(
      """
      SELECT COUNT(*), SUM(files), SUM(runtime_seconds), SUM(cost_microdollars)
        FROM executions WHERE state = 'succeeded'
      """
    ) { ($0.integer(0), $0.integer(1), $0.integer(2), $0.integer(3)) }
    let (count, allFiles, allSeconds, allCost) = sums ?? (0, 0, 0, 0)
    let seconds = runtimeSeconds ?? files * allSeconds / max(1, allFiles)
    return Estimate(
      files: files,
      runtimeSeconds: seconds,
      costMicrodollars: seconds * allCost / max(1, allSeconds),
      executions: count
    )
  }

  /// What the last days with executions cost, the newest first.
  ///
  /// The days count back from the newest execution, not from today: the data stand still.
  ///
  /// - Throws: ``DatabaseError`` with what SQLite says.
  func costByDay(days: Int) throws -> [DailyCost] {
    try rows(
      """
      SELECT day, COUNT(*), SUM(cost_microdollars) FROM executions
        WHERE day > date((SELECT MAX(day) FROM executions), '-' || ? || ' days')
        GROUP BY day ORDER BY day DESC
      """,
      [.integer(days)]
    ) {
      DailyCost(day: $0.text(0), executions: $0.integer(1), costMicrodollars: $0.integer(2))
    }
  }
}
