// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension SweepReport {
  /// What was measured at one concurrency.
  public struct Step: Sendable, Equatable {
    /// How many operations ran at once at most, in `1...`.
    public let users: Int
    /// What was measured, once for each repeat.
    public package(set) var runs: [LoadReport]

    package init(users: Int, runs: [LoadReport] = []) {
      self.users = users
      self.runs = runs
    }

    /// How many operations ended in all runs together, in `0...`.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }
    /// How many of them succeeded, in `0...`.
    public var successCount: Int { runs.reduce(0) { $0 + $1.total.successCount } }
    /// The share of operations that succeeded, in `0...1`, or `nil` if none ended.
    public var successRate: Double? {
      count == 0 ? nil : Double(successCount) / Double(count)
    }

    /// The mean latency of the successes of all runs; `nil` without any.
    public var meanLatency: Duration? {
      var (sum, count) = (0.0, 0)
      for run in runs {
        guard let latency = run.latency else { continue }
        sum += latency.mean.inSeconds * Double(latency.count)
        count += latency.count
      }
      guard count > 0 else { return nil }
      let nanoseconds = (sum / Double(count) * 1e9).rounded()
      return .nanoseconds(nanoseconds < 0x1p63 ? Int64(nanoseconds) : .max)
    }

    /// The P95 of successes, of several runs the middle one, the lower of two; `nil` without any.
    public var p95: Duration? { middle(\.p95) }
    /// The P99 of successes, of several runs the middle one, the lower of two; `nil` without any.
    public var p99: Duration? { middle(\.p99) }

    /// The successful operations per second, of several runs the mean; `nil` if none ended or no time passed.
    public var throughput: Rate? {
      let rates = rates
      return rates.isEmpty ? nil : .perSecond(rates.reduce(0, +) / Double(rates.count))
    }

    /// The interval that has the true throughput in it in 95 % of cases; `nil` where too little was measured.
    ///
    /// Of several runs by Student's t over them. Of one run by the means of equal parts of it, about the throughput of
    /// the whole: of at least eight intervals of its timeline, so of at least 0.8 s. That says how steady the run was,
    /// not how much another run would differ.
    public var throughputInterval: ClosedRange<Rate>? {
      guard let interval = estimate?.interval() else { return nil }
      let lower = Rate.perSecond(max(interval.lowerBound, 0))
      return lower...Rate.perSecond(max(interval.upperBound, 0))
    }

    /// Throughput by mean latency, in operations per second squared; `nil` where one is not known.
    public var power: Double? {
      guard let throughput, let meanLatency, meanLatency > .zero else { return nil }
      return throughput.perSecond / meanLatency.inSeconds
    }

    /// Whether the step can be compared: each of its runs offered the load asked for, and had a success.
    public var isSound: Bool {
      !runs.isEmpty && doubt == nil && runs.allSatisfy { $0.total.successCount > 0 }
        && rates.count == runs.count
    }

    /// The first warning by which the figures do not tell of what is tested alone.
    package var doubt: Warning? {
      runs.lazy.flatMap(\.warnings).first { warning in
        warning.isInvalidLoad || warning.reason == .smokeRun || warning.reason == .nothingRun
      }
    }

    /// The throughput of each run that has one, in operations per second; those in which all failed have 0.
    package var rates: [Double] { runs.compactMap { $0.throughput?.perSecond } }

    /// The throughput with what it may be off by.
    package var estimate: MeanEstimate? {
      let rates = rates
      guard rates.count == 1 else { return MeanEstimate(rates) }
      guard let run = runs.first(where: { $0.throughput != nil }), let timeline = run.timeline,
        let elapsed = run.elapsed,
        let parts = BatchMeans.estimate(timeline.successes(in: elapsed))
      else { return nil }
      let width = timeline.width.inSeconds
      return MeanEstimate(
        mean: rates[0],
        variance: parts.variance / (width * width),
        degreesOfFreedom: parts.degreesOfFreedom
      )
    }

    private func middle(_ figure: (Summary) -> Duration?) -> Duration? {
      let figures = runs.compactMap { $0.latency.flatMap(figure) }.sorted()
      return figures.isEmpty ? nil : figures[(figures.count - 1) / 2]
    }
  }
}
