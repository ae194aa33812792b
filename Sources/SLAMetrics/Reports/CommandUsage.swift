// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What runs of a command used of the machine, and what failed ones wrote.
///
/// Figures are of the runs that succeeded, as latency is.
public struct CommandUsage: Sendable, Equatable {
  /// The beginning of what a failed run wrote.
  public struct FailedOutput: Sendable, Hashable {
    /// How the run failed.
    public let failure: FailureKind
    /// The first lines, of its standard error before those of its standard output.
    public let lines: [String]

    package init(failure: FailureKind, lines: [String]) {
      self.failure = failure
      self.lines = lines
    }
  }

  /// The most kinds of failure of which output is kept.
  package static let outputLimit = 5

  /// How many runs succeeded, in `0...`.
  public private(set) var count = 0
  /// The most memory that any run had at one time, or `nil` if none succeeded.
  public private(set) var peakMemory: PeakMemory?
  /// Of how many runs something of their memory was seen, in `0...count`; the others ended before.
  public private(set) var memorySeenCount = 0
  /// The fewest bytes that a run wrote, to standard output and standard error.
  public private(set) var smallestOutput: ByteSize?
  /// The most bytes that a run wrote, to standard output and standard error.
  public private(set) var largestOutput: ByteSize?
  /// What the first failed run of each kind wrote, of the first five kinds.
  public private(set) var failedOutputs: [FailedOutput] = []
  /// Sums over all runs, in nanoseconds.
  private(set) var userNanoseconds: Int64 = 0
  private(set) var systemNanoseconds: Int64 = 0

  package init() {}

  /// Puts together what usage was made of.
  init(
    count: Int,
    peakMemory: PeakMemory?,
    seen: Int,
    output: ClosedRange<ByteSize>?,
    failedOutputs: [FailedOutput],
    user: Int64,
    system: Int64
  ) {
    self.count = count
    self.peakMemory = peakMemory
    memorySeenCount = seen
    (smallestOutput, largestOutput) = (output?.lowerBound, output?.upperBound)
    self.failedOutputs = failedOutputs
    (userNanoseconds, systemNanoseconds) = (user, system)
  }

  /// The time that a run spent on cores in its own code, in the mean.
  public var userTime: Duration? { mean(userNanoseconds) }
  /// The time that the system spent on cores for a run, in the mean.
  public var systemTime: Duration? { mean(systemNanoseconds) }
  /// The time that a run spent on cores, in the mean.
  ///
  /// The mean, since the times of runs add up: so many runs use so many times that.
  public var processorTime: Duration? {
    mean(userNanoseconds.saturatingAdd(systemNanoseconds))
  }

  private func mean(_ sum: Int64) -> Duration? {
    guard count > 0 else { return nil }
    return .nanoseconds(Int64((Int128(sum) + Int128(count / 2)) / Int128(count)))
  }

  /// Adds a run that succeeded.
  ///
  /// - Parameters:
  ///   - user: Its time on cores in its own code, in nanoseconds.
  ///   - system: The system's time on cores for it, in nanoseconds.
  ///   - memory: The most memory it had.
  ///   - output: What it wrote.
  package mutating func add(user: Int64, system: Int64, memory: PeakMemory, output: ByteSize) {
    var run = CommandUsage()
    run.count = 1
    run.peakMemory = memory
    run.memorySeenCount = memory.seen == nil ? 0 : 1
    (run.smallestOutput, run.largestOutput) = (output, output)
    (run.userNanoseconds, run.systemNanoseconds) = (user, system)
    merge(run)
  }

  /// Keeps what a failed run wrote, unless it is known of that kind, or of five others.
  package mutating func add(_ output: FailedOutput) {
    guard failedOutputs.count < Self.outputLimit, !output.lines.isEmpty,
      !failedOutputs.contains(where: { $0.failure == output.failure })
    else { return }
    failedOutputs.append(output)
  }

  /// Adds up the usages there are, or `nil` if there is none.
  package static func merged(_ usages: [CommandUsage?]) -> CommandUsage? {
    let known = usages.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(into: CommandUsage()) { $0.merge($1) }
  }

  /// Adds the runs of another.
  package mutating func merge(_ other: CommandUsage) {
    count += other.count
    peakMemory = peakMemory.map { $0.larger(other.peakMemory ?? $0) } ?? other.peakMemory
    memorySeenCount += other.memorySeenCount
    smallestOutput = [smallestOutput, other.smallestOutput].compactMap(\.self).min()
    largestOutput = [largestOutput, other.largestOutput].compactMap(\.self).max()
    userNanoseconds = userNanoseconds.saturatingAdd(other.userNanoseconds)
    systemNanoseconds = systemNanoseconds.saturatingAdd(other.systemNanoseconds)
    for output in other.failedOutputs { add(output) }
  }
}
