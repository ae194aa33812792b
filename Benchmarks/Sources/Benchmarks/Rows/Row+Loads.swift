// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting

extension Row {
  /// A load of operations that do nothing: what is left is the load's own cost.
  private static func empty(_ users: Int, target: Target? = nil) -> Row {
    Row(
      name: "load of empty operations, \(users) \(users == 1 ? "user" : "users")",
      operations: 200_000,
      target: target
    ) {
      Prepared(
        .load { count in await run(LoadTest("empty", .users(users, requests: count)) { _ in }) }
      )
    }
  }

  private static let blocking = Row(
    name: "load of empty blocking operations, 1 user",
    operations: 200_000,
    target: .timesFloor(Build.pick(release: 1.3, debug: 2.5))
  ) {
    Prepared(
      .load { count in
        await run(LoadTest("empty", .users(1, requests: count), execution: .blocking) { _ in })
      }
    )
  }

  private static let suspending = Row(
    name: "load of operations that suspend once, 16 users",
    operations: 50_000
  ) {
    Prepared(
      .load { count in
        await run(LoadTest("yield", .users(16, requests: count)) { _ in await Task.yield() })
      }
    )
  }

  /// The same without a load test: tasks that do nothing else.
  private static let suspendingTasks = Row(
    name: "16 tasks that suspend as often, unmeasured",
    operations: 50_000
  ) {
    Prepared(
      .load { count in
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<16 {
            group.addTask { for _ in 0..<count / 16 { await Task.yield() } }
          }
        }
      }
    )
  }

  static let loadMemory = Row(
    name: "memory of 1,000,000 operations by 1,000 users",
    operations: 1,
    isLoop: false,
    target: .bytes(40_000_000)
  ) {
    let growth = Growth()
    return Prepared(
      .load { _ in
        guard growth.bytes == 0 else { return }
        let test = LoadTest("empty", .users(1_000, requests: 1_000_000)) { _ in }
        guard let probe = await run(test.probe(.residentMemory)).probe(.residentMemory) else {
          return
        }
        growth.bytes = Int((probe.max ?? 0) - (probe.samples.first?.value ?? 0))
      },
      bytes: { growth.bytes }
    )
  }

  /// How much memory a load took beyond what there was.
  private final class Growth {
    var bytes = 0
  }

  @discardableResult
  private static func run(_ test: LoadTest) async -> LoadReport {
    do {
      return try await test.run()
    } catch {
      fatalError("a load could not run: \(error)")
    }
  }

  /// What a load test adds to each operation.
  static var loads: [Row] {
    let limit = Target.timesFloor(Build.pick(release: 1.6, debug: 2.5))
    return [
      empty(1, target: limit), empty(16, target: limit), empty(1_000, target: limit), blocking,
      suspending, suspendingTasks,
    ]
  }
}
