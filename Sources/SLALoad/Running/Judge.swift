// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// What may end a load that is lost or decided already.
///
/// It looks after 10 operations, and then whenever a twentieth more have ended: as often as it can matter, and
/// a few hundred times in all, since each look costs a summary.
package final class Judge: Sendable {
  private static let firstLook = 10

  let name: String
  private let isOver: @Sendable (LoadReport) -> Bool
  private let ended = Atomic<Int>(0)
  private let next = Atomic<Int>(firstLook)
  private let turn = Guarded(false)

  init(_ name: String, _ isOver: @escaping @Sendable (LoadReport) -> Bool) {
    self.name = name
    self.isOver = isOver
  }

  /// When to look again after a look at so many operations.
  package static func look(after count: Int) -> Int { max(count + 1, count + count / 20) }

  /// Counts an operation; returns whether it is time to look.
  func wantsLook() -> Bool {
    ended.wrappingAdd(1, ordering: .relaxed).newValue >= next.load(ordering: .relaxed)
  }

  /// Looks, unless another does so already.
  ///
  /// - Parameter report: What makes the report.
  /// - Returns: Whether the load is to end.
  func ends(after report: () -> LoadReport) -> Bool {
    let isMine = turn.withLock { isTaken in
      defer { isTaken = true }
      return !isTaken
    }
    guard isMine else { return false }
    defer { turn.withLock { $0 = false } }
    let report = report()
    next.store(Self.look(after: max(report.count, Self.firstLook)), ordering: .relaxed)
    return isOver(report)
  }
}
