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
/// (``PercentileRatio``); the shift is that of Hodges and Lehmann, the p-value that of Mann and Whitney. A command that
/// fails is not fast: where any run failed, nothing is at most so long. Who allows failures judges ``interval``.
public struct CommandComparison: Sendable, Equatable {
  /// The figures, which there are where both commands succeeded.
  package struct Figures: Sendable, Equatable {
    package let medians: (base: Duration, other: Duration)
    package let ratio: PercentileRatio
    package let shift: Duration
    package let pValue: Double
    /// Whether each command has as many successes as an interval takes.
    package let isEnough: Bool

    package static func == (left: Figures, right: Figures) -> Bool {
      left.medians == right.medians && left.ratio == right.ratio && left.shift == right.shift
        && left.pValue == right.pValue && left.isEnough == right.isEnough
    }
  }

  /// The fewest successes of each command of which the ratio has an interval.
  ///
  /// Resamples have nothing beyond the least and the most of what was measured, between which the median of all is with
  /// probability 1 − 2 · 0.5ⁿ only: 93.8 % of five, 96.9 % of six. H. A. David and H. N. Nagaraja, "Order Statistics",
  /// 3rd edition, Wiley 2003, section 7.1, https://doi.org/10.1002/0471722162.
  package static let fewestRuns = 6

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
      pValue: test.pValue,
      isEnough: min(base.durations.count, other.durations.count) >= Self.fewestRuns
    )
  }

  /// The median of the command that is compared with, or `nil` if no run succeeded.
  public var baseMedian: Duration? { figures?.medians.base }
  /// The median of the other command, or `nil` if no run succeeded.
  public var otherMedian: Duration? { figures?.medians.other }
  /// The median of the other command by that of the base: 1.1 is a tenth more.
  public var ratio: Double? { figures?.ratio.ratio }
  /// What the ratio lies in at 95 % confidence, or `nil` if one command has fewer than six successes.
  public var interval: ClosedRange<Double>? {
    figures.flatMap { $0.isEnough ? $0.ratio.interval : nil }
  }
  /// By how much a run of the other command takes longer than one of the base, typically.
  public var shift: Duration? { figures?.shift }
  /// The chance of so large a difference if there were none, in `0...1`.
  public var pValue: Double? { figures?.pValue }

  /// Whether a run of either command failed.
  private var hasFailures: Bool { report.total.failureCount > 0 }

  /// Whether the interval shows that the other command takes longer, or less long.
  public var isDifferent: Bool { interval.map { !$0.contains(1) } ?? false }

  /// Whether the other command takes at most so many times as long, by the whole interval.
  ///
  /// `false` where too few runs leave that open, and where any run of either command failed. `true` where times are
  /// not judged and none failed, with `SLA_MODE=smoke` or `off`.
  ///
  /// - Parameter limit: The limit of the ratio, above 0; 1.1 allows a tenth more.
  /// - Returns: Whether it is kept.
  public func isAtMost(_ limit: Double) -> Bool {
    guard !hasFailures else { return false }
    guard isJudged else { return true }
    return interval.map { $0.upperBound <= limit } ?? false
  }

  /// Whether the other command takes more than so many times as long, by the whole interval.
  ///
  /// What few runs leave open is neither this nor ``isAtMost(_:)``, whatever the ratio: to promise that a limit is kept,
  /// expect ``isAtMost(_:)``, not the opposite of this. `true` where any run of either command failed or none was made,
  /// and otherwise `false` where times are not judged.
  ///
  /// - Parameter limit: The limit of the ratio, above 0; 1.1 allows a tenth more.
  /// - Returns: Whether it is exceeded.
  public func exceeds(_ limit: Double) -> Bool {
    guard !hasFailures else { return true }
    guard isJudged else { return false }
    guard figures != nil else { return true }
    return interval.map { $0.lowerBound > limit } ?? false
  }
}

extension CommandComparison: LoadReportConvertible {
  /// Both commands as operations of one report.
  public var loadReport: LoadReport { report }
}
