// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What a row cost in each round, in nanoseconds per operation.
struct Measurement: Equatable {
  /// The rounds in their order, with the cost of the loop.
  let rounds: [Double]

  /// The rounds without the cost of an empty loop, of the same round.
  ///
  /// - Parameter loop: The empty loop, as often measured; `nil` subtracts nothing.
  /// - Returns: Costs in `0...`: one below zero is noise.
  func net(of loop: Measurement?) -> Measurement {
    guard let loop else { return self }
    return Measurement(rounds: zip(rounds, loop.rounds).map { max($0 - $1, 0) })
  }

  /// The middle of the rounds: the mean of both where there are two.
  var median: Double { Self.median(rounds) }

  /// The cheapest round.
  var minimum: Double { rounds.min() ?? .nan }

  /// How many times the cost of another row it is: the median of that in each round.
  ///
  /// By round, since a processor that slows down for a while slows both.
  ///
  /// - Parameter other: The other row, as often measured.
  /// - Returns: A ratio, or NaN if the other costs nothing.
  func ratio(to other: Measurement) -> Double {
    let ratios = zip(rounds, other.rounds).map { $1 > 0 ? $0 / $1 : .nan }
    return ratios.contains(where: \.isNaN) ? .nan : Self.median(ratios)
  }

  private static func median(_ numbers: [Double]) -> Double {
    guard !numbers.isEmpty else { return .nan }
    let sorted = numbers.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
