// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Something that is told what the pipeline spends its time on.
///
/// The pipeline knows nothing of tests and reports: whoever measures it adapts this.
public protocol IngestTiming {
  /// Runs the work as a part of the caller's, named as in ``IngestSegment``; parts are nested.
  ///
  /// - Parameters:
  ///   - name: The name of the part.
  ///   - work: What it does.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  func segment<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result

  /// Counts something that has happened once more, named as in ``IngestCounter``.
  ///
  /// - Parameter name: The name of what is counted.
  func count(_ name: String)
}

/// The names of what the pipeline spends its time on.
public enum IngestSegment {
  /// The upload of a file.
  public static let upload = "upload"
  /// Whether the state machine allows a transition.
  public static let dispatch = "fsm_dispatch"
  /// All that a transition does with the database.
  public static let database = "db_total"
  /// Within that: from asking for the write lock, or for the connection, until it is held.
  public static let lockWait = "lock_wait"
  /// Within that: the update, the log and the commit.
  public static let write = "db_write"
}

/// The names of what the pipeline counts.
public enum IngestCounter {
  /// Transitions that are committed.
  public static let transitions = "transitions"
}

/// A timing that runs the work and takes no time.
public struct Untimed: IngestTiming {
  /// Makes one.
  public init() {}

  /// Runs the work.
  public func segment<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    try work()
  }

  /// Does nothing.
  public func count(_ name: String) {}
}
