// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// A figure with its unit: a duration, a share, a rate, a number of operations, or what a probe read.
public struct MetricValue: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of figures; more may come, so the enumeration is not public.
  package enum Figure: Sendable, Hashable {
    case duration(Duration)
    /// A part of one; in `0...1`, unless it is a change.
    case share(Double)
    case rate(Rate)
    /// A number of operations, in `0...`.
    case count(Int)
    /// What a probe read, in the unit of its gauge.
    case number(Double)
    /// By how much what a probe reads rises in a second.
    case slope(Double)
    /// Memory or output.
    case size(ByteSize)
  }

  package let figure: Figure

  package init(_ figure: Figure) {
    self.figure = figure
  }

  package static func duration(_ duration: Duration) -> MetricValue { .init(.duration(duration)) }
  package static func share(_ share: Double) -> MetricValue { .init(.share(share)) }
  package static func rate(_ rate: Rate) -> MetricValue { .init(.rate(rate)) }
  package static func count(_ count: Int) -> MetricValue { .init(.count(count)) }
  package static func number(_ number: Double) -> MetricValue { .init(.number(number)) }
  package static func slope(_ slope: Double) -> MetricValue { .init(.slope(slope)) }
  package static func size(_ size: ByteSize) -> MetricValue { .init(.size(size)) }

  /// The duration, if the figure is one.
  public var duration: Duration? {
    if case .duration(let duration) = figure { duration } else { nil }
  }
  /// The share as a part of one, if the figure is one.
  public var share: Double? { if case .share(let share) = figure { share } else { nil } }
  /// The rate, if the figure is one.
  public var rate: Rate? { if case .rate(let rate) = figure { rate } else { nil } }
  /// The number of operations, if the figure is one.
  public var count: Int? { if case .count(let count) = figure { count } else { nil } }
  /// The memory or output, if the figure is one of these.
  public var size: ByteSize? { if case .size(let size) = figure { size } else { nil } }
  /// What a probe read, or how fast that rises in a second, if the figure is one of these.
  public var number: Double? {
    switch figure {
    case .number(let number), .slope(let number): number
    default: nil
    }
  }

  /// A figure in the same unit, by its plain number; counts and sizes are rounded.
  package func replaced(by number: Double) -> MetricValue {
    func whole(_ number: Double) -> Int { number < 0x1p62 ? Int(number.rounded()) : 1 << 62 }
    return switch figure {
    case .duration: .duration(.nanoseconds(Int64(whole(number * 1e9))))
    case .share: .share(number)
    case .rate: .rate(.perSecond(max(number, 0)))
    case .count: .count(whole(number))
    case .number: .number(number)
    case .slope: .slope(number)
    case .size: .size(.bytes(whole(max(number, 0))))
    }
  }

  /// The figure as a plain number, in seconds, as a part of one, per second, or in bytes.
  package var magnitude: Double {
    switch figure {
    case .duration(let duration): duration.inSeconds
    case .share(let number), .number(let number), .slope(let number): number
    case .rate(let rate): rate.perSecond
    case .count(let count): Double(count)
    case .size(let size): Double(size.bytes)
    }
  }

  /// The figure raised by a share of itself, or lowered by a negative one.
  package func raised(by share: Double) -> MetricValue {
    // Not times 1 + share, which is no round number where both are.
    func raise(_ number: Double) -> Double { number + number * share }
    switch figure {
    case .duration(let duration):
      let nanoseconds = raise(Double(duration.wholeNanoseconds)).rounded()
      return .duration(.nanoseconds(Int64(exactly: nanoseconds) ?? .max))
    case .share(let share): return .share(raise(share))
    case .rate(let rate):
      return .rate(.perSecond(min(raise(rate.perSecond), .greatestFiniteMagnitude)))
    case .count(let count): return .count(Int(exactly: raise(Double(count)).rounded()) ?? .max)
    case .number(let number): return .number(raise(number))
    case .slope(let slope): return .slope(raise(slope))
    case .size(let size):
      return .size(.bytes(max(Int(exactly: raise(Double(size.bytes)).rounded()) ?? .max, 0)))
    }
  }

  /// The figure without rounding: `1200 ms`, `0.5 %`, `90 /s`, `240`.
  public var description: String {
    switch figure {
    case .duration(let duration): duration.exactText
    case .share(let share): "\(ExactNumber.percent(share)) %"
    case .rate(let rate): "\(ExactNumber.text(rate.perSecond)) /s"
    case .count(let count): "\(count)"
    case .number(let number): ExactNumber.text(number)
    case .slope(let slope): "\(ExactNumber.text(slope)) /s"
    case .size(let size): "\(size)"
    }
  }
}
