// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// What becomes of a load where it is only tried, left out, or made shorter. How strong it is stays: users, rates,
// bursts, think times.
extension LoadProfile {
  /// One user, or one arrival, that makes each operation once; without pauses.
  ///
  /// - Parameter operations: How many operations there are, at least 1.
  /// - Returns: The profile; one of nothing stays one of nothing.
  package func smoke(operations: Int = 1) -> LoadProfile {
    switch kind {
    case .closed(let load):
      load.workers > 0 ? .sequential(operations) : nothing
    case .open(let load):
      // Those that come at once have no order: several are made by a user.
      load.expectedArrivals > 0
        ? (operations == 1 ? .burst(1) : .sequential(operations)) : nothing
    case .phases(let phases):
      .phases(phases.filter(\.isLoad).map { $0.map { $0.smoke(operations: operations) } })
    }
  }

  /// The same phases, if there are any, with no load.
  package var nothing: LoadProfile {
    guard case .phases(let phases) = kind else { return .users(0, requests: 0) }
    return .phases(phases.filter(\.isLoad).map { $0.map(\.nothing) })
  }

  /// The same load for another time, or with another number of requests.
  ///
  /// - Parameter factor: By what to multiply, above 0 and at most 100.
  /// - Returns: The profile, with as many requests as there are users at least, and for 100 ms at least,
  ///   unless there were fewer or it was shorter before.
  package func scaled(by factor: Double) -> LoadProfile {
    switch kind {
    case .closed(let load): LoadProfile(.closed(load.scaled(by: factor)))
    case .open(let load): LoadProfile(.open(load.scaled(by: factor)))
    case .phases(let phases):
      .phases(phases.map { $0.scaled(by: factor) })
    }
  }
}

extension LoadPhase {
  fileprivate var isLoad: Bool { if case .load = content { true } else { false } }

  fileprivate func map(_ change: (LoadProfile) -> LoadProfile) -> LoadPhase {
    guard case .load(let name, let profile) = content else { return self }
    return .phase(name, change(profile))
  }

  fileprivate func scaled(by factor: Double) -> LoadPhase {
    guard case .pause(let nanoseconds) = content else { return map { $0.scaled(by: factor) } }
    return .pause(.nanoseconds(scaledDuration(nanoseconds, by: factor)))
  }
}

extension ClosedLoad {
  /// The same users for another time, in which they come as much faster, or with another number of requests.
  package func scaled(by factor: Double) -> ClosedLoad {
    var load: ClosedLoad
    switch limit {
    case .requests(let requests):
      let limit = Limit.requests(SLALoad.scaled(requests, by: factor, atLeast: users))
      load = ClosedLoad(users: users, limit: limit, spawnRate: spawnRate)
    case .iterationsEach(let iterations):
      let limit = Limit.iterationsEach(SLALoad.scaled(iterations, by: factor, atLeast: 1))
      load = ClosedLoad(users: users, limit: limit, spawnRate: spawnRate)
    case .duration(let nanoseconds):
      let duration = scaledDuration(nanoseconds, by: factor)
      let ratio = nanoseconds > 0 ? Double(duration) / Double(nanoseconds) : 1
      load = ClosedLoad(
        users: users,
        limit: .duration(duration),
        spawnRate: spawnRate.map {
          min(max($0 / ratio, .leastNonzeroMagnitude), .greatestFiniteMagnitude)
        }
      )
    }
    load.thinkTime = thinkTime
    load.isInOrder = isInOrder
    return load
  }
}

extension OpenLoad {
  /// The same rates for another time; a burst stays as it is.
  package func scaled(by factor: Double) -> OpenLoad {
    guard case .stages(let stages, let spacing) = arrivals else { return self }
    let scaled = stages.map { stage in
      let duration = scaledDuration(stage.nanoseconds, by: factor)
      return LoadStage.ramp(from: stage.from, to: stage.to, for: .nanoseconds(duration))
    }
    return OpenLoad(.stages(scaled, spacing), maxInFlight: maxInFlight, isExact: isExact)
  }
}

/// The shortest time to which a load is scaled, in nanoseconds: below, the start of its users is most of it.
private let shortestDuration: Int64 = 100_000_000

private func scaledDuration(_ nanoseconds: Int64, by factor: Double) -> Int64 {
  scaled(nanoseconds, by: factor, atLeast: shortestDuration)
}

/// A number by a factor, but not below a least one where it was not below it before.
private func scaled<Number: FixedWidthInteger>(
  _ number: Number,
  by factor: Double,
  atLeast least: Number
) -> Number {
  let scaled = (Double(number) * factor).rounded()
  // The nearest `Double` of the largest number is one above it.
  return scaled >= Double(Number.max) ? .max : max(Number(scaled), min(number, least))
}
