// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

extension Quantity {
  /// Reads what runs of a command used.
  ///
  /// - Parameters:
  ///   - population: The runs.
  ///   - relation: How the figure is going to be compared.
  ///   - limit: The limit that it is going to be compared with, or `nil` for any.
  /// - Returns: The figure.
  /// - Throws: Why there is no such figure.
  func used(
    by population: Population,
    for relation: Relation,
    _ limit: MetricValue?
  ) throws(Indecision) -> MetricValue {
    guard let usage = population.usage else { throw .noCommand }
    guard let time = usage.processorTime, let memory = usage.peakMemory,
      let most = usage.largestOutput, let least = usage.smallestOutput
    else { throw .nothingSucceeded(failed: population.failureCount) }
    switch self {
    case .processorTime: return .duration(time)
    case .outputSize: return .size(relation.isUpperLimit ? most : least)
    default:
      return .size(try usage.peak(memory, for: relation, limit))
    }
  }

  /// Warns of memory that was read from time to time, where the system's own figure does not keep the limit.
  func sampled(_ population: Population, _ relation: Relation, _ limit: MetricValue) -> [Warning] {
    guard self == .peakMemory, let memory = population.usage?.peakMemory, let seen = memory.seen,
      relation.isUpperLimit, relation.holds(.size(seen), limit),
      !relation.holds(.size(memory.bound), limit)
    else { return [] }
    return [.sampledMemory(population.name, seen: seen, bound: memory.bound)]
  }
}

extension CommandUsage {
  /// The peak by which a limit is judged.
  ///
  /// - Parameters:
  ///   - memory: What is known of it.
  ///   - relation: How it is going to be compared.
  ///   - limit: The limit that it is going to be compared with, or `nil` for any.
  /// - Returns: What was seen of all runs, or what decides whatever was not seen.
  /// - Throws: That runs were not seen of which it depends.
  fileprivate func peak(
    _ memory: PeakMemory,
    for relation: Relation,
    _ limit: MetricValue?
  ) throws(Indecision) -> ByteSize {
    if let seen = memory.seen {
      // The most of all runs is that at least, so that it can exceed a limit for certain.
      let isCertain = limit.map { relation.holds(.size(seen), $0) != relation.isUpperLimit }
      if memorySeenCount == count || memory.isExact || isCertain == true { return seen }
    }
    // What it cannot have exceeded decides, if it is within the limit.
    guard let limit, relation.isUpperLimit, relation.holds(.size(memory.bound), limit) else {
      throw .memoryNotSeen(bound: memory.bound, runs: memorySeenCount, of: count)
    }
    return memory.bound
  }
}
