// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the load generator itself did: whether the load was offered as asked, and by a machine that could.
///
/// The process counts as a whole: where the service under test runs in the same process, its work is in
/// these figures too. Figures that the system does not tell are `nil`.
public struct GeneratorReport: Sendable, Equatable {
  /// The operations that were to be made, or `nil` where time decides.
  public package(set) var plannedCount: Int?
  /// The operations that users began, of a scenario the iterations of flows, or `nil` of arrivals.
  public package(set) var iterationCount: Int?
  /// The users that could not be set up, and made none of them.
  package var usersNotSetUp = 0
  /// The rate at which arrivals were planned, or `nil` of users, who have none.
  public package(set) var askedRate: Rate?
  /// The rate at which arrivals were started, or `nil` of users.
  public package(set) var reachedRate: Rate?
  /// The arrivals that did not start, since as many as allowed were in flight.
  public package(set) var droppedCount = 0
  /// The operations that were cancelled at the end of the grace period, and are in no other figure.
  public package(set) var unfinishedCount = 0
  /// Of those, the operations that did not end when they were cancelled.
  public package(set) var abandonedCount = 0
  /// The operations that went on after their timeout for more than 10 ms, and were in flight beside later ones.
  public package(set) var overrunCount = 0
  /// How late operations began after their planned starts, or `nil` of users, and of phases with and without.
  public package(set) var lateness: Summary?
  /// The operations that were made to warm up, and are in no other figure.
  public package(set) var warmUpCount = 0
  /// The users that were to work at once, or the operations that may be in flight.
  public package(set) var users = 0
  /// Whether a judge ended the load before its time.
  public package(set) var isStoppedEarly = false

  /// How many cores the process may use, in `1...`.
  public package(set) var cores = 1
  /// How long the load lasted, as far as these figures go.
  package var elapsed: Duration = .zero
  /// The time that the process spent on cores.
  public package(set) var processorTime: Duration?
  /// The share of the time that its busiest thread spent on a core, in `0...1`.
  public package(set) var busiestThreadShare: Double?
  /// The time that its threads spent waiting for a core, all together.
  public package(set) var runQueueDelay: Duration?
  /// The share of the cores it may use that other processes kept busy, in `0...1`.
  public package(set) var otherProcessorShare: Double?
  /// The share of the time in which something on this machine waited for a core, in `0...1`.
  ///
  /// As the system counts it, which is every two seconds: of a shorter load it is a guess.
  public package(set) var processorPressure: Double?
  /// Whether the test was built without optimization.
  public package(set) var isDebugBuild = false
  /// The sanitizers under which the process runs, as `thread`.
  public package(set) var sanitizers: [String] = []

  package init() {}

  /// How many cores the process kept busy, in `0...`.
  public var coresUsed: Double? {
    guard let processorTime, elapsed > .zero else { return nil }
    return processorTime.inSeconds / elapsed.inSeconds
  }

  /// How many of its threads were ready to run on average: on a core, or waiting for one.
  public var threadsReady: Double? {
    guard let coresUsed, let runQueueDelay else { return nil }
    return coresUsed + runQueueDelay.inSeconds / elapsed.inSeconds
  }

  /// The share of the cores it may use that the process kept busy, in `0...1`.
  public var processorShare: Double? { coresUsed.map { min($0 / Double(cores), 1) } }
}

extension GeneratorReport: CustomStringConvertible {
  /// What is known in a line: `1.2 of 2 cores used, 3 ms waiting for a core`.
  public var description: String {
    var parts: [String] = []
    if let coresUsed { parts.append("\((coresUsed * 100).rounded() / 100) of \(cores) cores used") }
    if let runQueueDelay {
      let milliseconds = Int64((runQueueDelay.inSeconds * 1e3).rounded())
      parts.append("\(milliseconds) ms waiting for a core")
    }
    if droppedCount > 0 { parts.append("\(droppedCount) dropped") }
    if unfinishedCount > 0 { parts.append("\(unfinishedCount) unfinished") }
    return parts.joined(separator: ", ")
  }
}
