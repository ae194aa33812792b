// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The settings of a recipe service.
///
/// The defaults suit a test: a port chosen by the system and a fresh database that disappears
/// with the service.
public struct ServiceConfiguration: Sendable {
  /// The port on 127.0.0.1 to listen on, in `0...65535`; 0 lets the system choose.
  public var port: UInt16 = 0

  /// The time that is added to every request on purpose, 0 or more; zero by default.
  ///
  /// It stands for a slow neighbour, so that checks of an objective can be seen to fail.
  public var slow: Duration = .zero

  /// Whether to keep the times at which requests arrived, in memory; false by default.
  public var logsArrivals = false

  /// The number of threads that work on jobs, 1 or more.
  public var jobWorkers = 2

  /// How many jobs a worker takes at once, 1 or more.
  public var jobBatchSize = 1

  /// How long a worker waits before it looks for jobs again, 0 or more; zero takes jobs as they come.
  public var jobPollInterval: Duration = .zero

  /// The number of accepted but unfinished jobs, 1 or more, beyond which new ones are refused.
  public var jobBacklogLimit = 1000

  /// The harvests allowed per minute, 0 or more, after a burst of ten.
  public var harvestsPerMinute = 180

  /// The path of the database file, or nil for a fresh one that `stop()` removes.
  ///
  /// A file is for one service at a time: two would give the same ids to different jobs.
  public var databasePath: String?

  /// Creates the default settings.
  public init() {}

  /// Creates settings from environment variables.
  ///
  /// `RECIPES_SLOW_MS` sets `slow`, in whole milliseconds in `0...60000`; everything else keeps
  /// its default.
  ///
  /// - Parameter environment: The variables by name, such as those of the process.
  /// - Throws: An error that says what is wrong, where, and what would be right.
  public init(environment: [String: String]) throws {
    guard let text = environment["RECIPES_SLOW_MS"] else { return }
    guard let milliseconds = Int(strict: text), milliseconds <= 60_000 else {
      throw ServiceError(
        "RECIPES_SLOW_MS must be a whole number of milliseconds from 0 to 60000 (was \"\(text)\")"
      )
    }
    slow = .milliseconds(milliseconds)
  }

  /// Checks the ranges of all settings.
  ///
  /// - Throws: ``ServiceError`` for the first setting out of its range.
  func validate() throws {
    guard slow >= .zero else {
      throw ServiceError("slow must be zero or more (was \(slow))")
    }
    guard jobWorkers >= 1 else {
      throw ServiceError("jobWorkers must be 1 or more (was \(jobWorkers))")
    }
    guard jobBatchSize >= 1 else {
      throw ServiceError("jobBatchSize must be 1 or more (was \(jobBatchSize))")
    }
    guard jobPollInterval >= .zero else {
      throw ServiceError("jobPollInterval must be zero or more (was \(jobPollInterval))")
    }
    guard jobBacklogLimit >= 1 else {
      throw ServiceError("jobBacklogLimit must be 1 or more (was \(jobBacklogLimit))")
    }
    guard harvestsPerMinute >= 0 else {
      throw ServiceError("harvestsPerMinute must be 0 or more (was \(harvestsPerMinute))")
    }
    if let databasePath {
      // SQLite gives each connection a database of its own for the first two.
      guard databasePath != "", databasePath != ":memory:", !databasePath.utf8.contains(0) else {
        throw ServiceError(
          "the database path must be that of a file, without NUL; "
            + "leave it out for a temporary file (was \"\(databasePath)\")"
        )
      }
    }
  }
}
