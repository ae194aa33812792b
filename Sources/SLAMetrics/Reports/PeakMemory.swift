// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The most main memory that a process had at one time, as far as that can be known.
///
/// Linux counts the memory of the process that starts a command as the command's own, up to its first instruction.
/// So a command that is smaller than the test process is not known by that count. Its memory is then read while it
/// runs, every millisecond or so, with the processes that it began: what there was between two readings, or after the
/// last, is not seen. So what was seen is the least that it had.
public struct PeakMemory: Sendable, Hashable {
  /// The most that was seen, or `nil` of a command that ended before the first reading.
  public let seen: ByteSize?
  /// What it cannot have exceeded.
  public let bound: ByteSize

  /// Creates what is known of a peak.
  ///
  /// - Parameters:
  ///   - seen: The most that was seen, or `nil` if nothing was.
  ///   - bound: What it cannot have exceeded.
  package init(seen: ByteSize?, bound: ByteSize) {
    self.seen = seen
    self.bound = max(bound, seen ?? bound)
  }

  /// Creates a peak that the system knows.
  package init(exactly size: ByteSize) {
    self.init(seen: size, bound: size)
  }

  /// Whether the system knows it, so that there is no doubt.
  public var isExact: Bool { seen == bound }

  /// What is known of the larger of two.
  package func larger(_ other: PeakMemory) -> PeakMemory {
    PeakMemory(
      seen: [seen, other.seen].compactMap(\.self).max(),
      bound: max(bound, other.bound)
    )
  }
}

extension PeakMemory: CustomStringConvertible {
  /// What is known in words: `59.4 MB`, `59.4 MB seen, at most 1.07 GB`, `at most 12.0 MB`.
  public var description: String {
    guard let seen else { return "at most \(bound.roundedText)" }
    return isExact ? seen.roundedText : "\(seen.roundedText) seen, at most \(bound.roundedText)"
  }
}
