// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct GuardedTests {
  /// Under `--sanitize=thread` this also shows that the sanitizer sees the lock.
  @Test func manyTasksLoseNothing() async {
    final class Shared: Sendable {
      let values = Guarded<[Int]>([])
    }
    let shared = Shared()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for index in 0..<1_000 { shared.values.withLock { $0.append(task * 1_000 + index) } }
        }
      }
    }
    #expect(shared.values.withLock(\.self).sorted() == Array(0..<8_000))
  }

  @Test func errorsOfTheBodyAreThrownOnAndTheLockIsFreed() {
    struct Broken: Error {}
    let value = Guarded(1)
    #expect(throws: Broken.self) { try value.withLock { _ in throw Broken() } }
    #expect(value.withLock { $0 } == 1)
  }
}
