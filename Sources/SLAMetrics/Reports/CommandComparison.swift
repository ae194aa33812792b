// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Two commands whose runs took turns, so that what the machine did meanwhile met both.
///
/// ```swift
/// let comparison = try await CommandTest("old-tool", ["--list"], runs: 30)
///   .compare(with: CommandTest("new-tool", ["--list"]))
/// #expect(comparison.isAtMost(1.1), "\(comparison)")
/// ```
///
/// Of wall times of runs that succeeded. The ratio is that of the medians, and its interval comes from resamples
/// (``PercentileRatio``); the shift is that of Hodges and Lehmann, the p-value that of Mann and Whitney.
public struct CommandComparison: Sendable, Equatable {
  /// The figures, which there are where both commands succeeded.
  package struct Figures: Sendable, Equatable {
    package let medians: (base: Duration, other: Duration)
    package let ratio: PercentileRatio
    package let shift: Duration
    package let pValue: Double

    package static func == (left: Figures, right: Figures) -> Bool {
      left.medians == right.medians && left.ratio == right.ratio && left.shift == right.shift
        && left.pValue == right.pValue
    }
  }

  /// Both commands as operations of one report.
  public let report: LoadReport
  /// The name of the command that is compared with.
  public let base: String
  /// The name of the command that is compared.
  public let other: String
  /// Whether times are judged: not where the environment has each command run once, or none.
  public let isJudged: Bool
  package let figures: Figures?

  /// Compares durations of runs.
  ///
  /// - Parameters:
  ///   - report: Both commands as operations of one report.
  ///   - base: The command that is compared with, and what its runs took, in nanoseconds.
  ///   - other: The other command, and what its runs took.
  ///   - isJudged: Whether times are judged.
  package init(
    _ report: LoadReport,
    base: (name: String, durations: [Int64]),
    other: (name: String, durations: [Int64]),
    isJudged: Bool
  ) {
    self.report = report
    self.base = base.name
    self.other = other.name
    self.isJudged = isJudged
    guard
      let ratio = PercentileRatio(of: 0.5, before: base.durations, after: other.durations),
      let shift = HodgesLehmann.shift(from: base.durations, to: other.durations),
      let test = MannWhitney(before: base.durations, after: other.durations),
      let first = Summary(base.durations.lazy.map { Duration.nanoseconds($0) }),
      let second = Summary(other.durations.lazy.map { Duration.nanoseconds($0) })
    else {
      figures = nil
      return
    }
    figures = Figures(
      medians: (first.p50, second.p50),
      ratio: ratio,
      shift: .nanoseconds(Int64(shift.rounded())),
      pValue: test.pValue
    )
  }

  /// The median of the command that is compared with, or `nil` if no run succeeded.
  public var baseMedian: Duration? { figures?.medians.base }
  /// The median of the other command, or `nil` if no run succeeded.
  public var otherMedian: Duration? { figures?.medians.other }
  /// The median of the other command by that of the base: 1.1 is a tenth more.
  public var ratio: Double? { figures?.ratio.ratio }
  /// What the ratio lies in at 95 % confidence.
  public var interval: ClosedRange<Double>? { figures?.ratio.interval }
  /// By how much a run of the other command takes longer than one of the base, typically.
  public var shift: Duration? { figures?.shift }
  /// The chance of so large a difference if there were none, in `0...1`.
  public var pValue: Double? { figures?.pValue }

  /// Whether the interval shows that the other command takes longer, or less long.
  public var isDifferent: Bool { interval.map { !$0.contains(1) } ?? false }

  /// Whether the other command takes at most so many times as long, by the whole interval.
  ///
  /// `false` where too few runs leave that open, and where a command never succeeded. `true` where times are not
  /// judged, with `SLA_MODE=smoke` or `off`.
  ///
  /// - Parameter limit: The limit of the ratio, above 0; 1.1 allows a tenth more.
  /// - Returns: Whether it is kept.
  public func isAtMost(_ limit: Double) -> Bool {
    guard isJudged else { return true }
    return interval.map { $0.upperBound <= limit } ?? false
  }

  /// Whether the other command takes more than so many times as long, by the whole interval.
  ///
  /// What few runs leave open is neither this nor ``isAtMost(_:)``: choose by which side must be shown. `true` where a
  /// command never succeeded, and `false` where times are not judged.
  ///
  /// - Parameter limit: The limit of the ratio, above 0; 1.1 allows a tenth more.
  /// - Returns: Whether it is exceeded.
  public func exceeds(_ limit: Double) -> Bool {
    guard isJudged else { return false }
    return interval.map { $0.lowerBound > limit } ?? true
  }
}

extension CommandComparison: LoadReportConvertible {
  /// Both commands as operations of one report.
  public var loadReport: LoadReport { report }
}
