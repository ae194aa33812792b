// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting

extension Row {
  /// How late arrivals at 2,000 per second start, by a percentile.
  private static func lateness(
    _ percentile: Double,
    _ name: String,
    spinning: Bool = false,
    target: Double
  ) -> Row {
    Row(
      name: "arrivals at 2,000/s\(spinning ? ", spinning" : ""): late by \(name)",
      operations: 1,
      isLoop: false,
      target: .nanoseconds(target)
    ) {
      Prepared(
        .figure {
          let profile = LoadProfile.arrivals(
            perSecond: 2_000,
            for: .milliseconds(500),
            spinning: spinning
          )
          let report = try? await LoadTest("arrivals", profile) { _ in }.run()
          return report?.generator?.lateness.map { $0.percentile(percentile) / .nanoseconds(1) }
            ?? .nan
        }
      )
    }
  }

  /// The time of 100 users on threads of their own that block ten times for 10 ms.
  private static let blockingUsers = Row(
    name: "100 blocking users, 10 times 10 ms each",
    operations: 1,
    isLoop: false,
    target: .nanoseconds(130e6)
  ) {
    Prepared(
      .figure {
        let start = Clock.wall()
        let test = LoadTest("block", .users(100, iterationsEach: 10), execution: .blocking) { _ in
          Thread.sleep(forTimeInterval: 0.01)
        }
        guard let report = try? await test.run(), report.count == 1_000 else { return .nan }
        return Double(Clock.wall() - start)
      }
    )
  }

  /// What the machine's timers and threads allow; it says little where the machine has other work.
  static var arrivals: [Row] {
    [
      lateness(0.5, "P50", target: 60_000), lateness(0.99, "P99", target: 200_000),
      lateness(0.5, "P50", spinning: true, target: 1_000), blockingUsers,
    ]
  }
}
