// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// A figure with its unit: a duration, a share, or a rate.
public struct MetricValue: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of figures; more may come, so the enumeration is not public.
  package enum Figure: Sendable, Hashable {
    case duration(Duration)
    /// In `0...1`.
    case share(Double)
    case rate(Rate)
  }

  package let figure: Figure

  package static func duration(_ duration: Duration) -> MetricValue {
    .init(figure: .duration(duration))
  }
  package static func share(_ share: Double) -> MetricValue { .init(figure: .share(share)) }
  package static func rate(_ rate: Rate) -> MetricValue { .init(figure: .rate(rate)) }

  /// The duration, if the figure is one.
  public var duration: Duration? {
    if case .duration(let duration) = figure { duration } else { nil }
  }
  /// The share in `0...1`, if the figure is one.
  public var share: Double? { if case .share(let share) = figure { share } else { nil } }
  /// The rate, if the figure is one.
  public var rate: Rate? { if case .rate(let rate) = figure { rate } else { nil } }

  /// The figure without rounding: `1200 ms`, `0.5 %`, `90 /s`.
  public var description: String {
    switch figure {
    case .duration(let duration): duration.exactText
    case .share(let share): "\(ExactNumber.percent(share)) %"
    case .rate(let rate): "\(ExactNumber.text(rate.perSecond)) /s"
    }
  }
}
