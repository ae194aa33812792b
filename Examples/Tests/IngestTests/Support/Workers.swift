// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch
import Foundation

/// Threads, as many as are asked for, however few cores there are.
enum Workers {
  /// Runs the body once on each thread, at the same time, and returns when all have ended.
  static func run(_ count: Int, _ body: @escaping @Sendable (_ worker: Int) -> Void) {
    let group = DispatchGroup()
    for worker in 0..<count {
      group.enter()
      Thread.detachNewThread {
        body(worker)
        group.leave()
      }
    }
    group.wait()
  }

  /// Has the body do each item once, on so many threads, and returns the errors that it throws.
  static func drain<Item: Sendable>(
    _ items: [Item],
    on count: Int,
    _ body: @escaping @Sendable (Item) throws -> Void
  ) -> [String] {
    let rest = Guarded(items[...])
    let errors = Guarded<[String]>([])
    run(count) { _ in
      while let item = rest.withLock({ $0.popFirst() }) {
        do { try body(item) } catch { errors.withLock { $0.append("\(error)") } }
      }
    }
    return errors.withLock { $0 }
  }
}
