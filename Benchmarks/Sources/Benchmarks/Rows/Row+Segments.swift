// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATesting

extension Row {
  /// How many segments an operation of these rows has.
  private static let each = 100
  private static let limit = Target.timesFloor(Build.pick(release: 1.3, debug: 2.5))

  /// A load of one user whose operations have so many segments: the cost of one, recorded in full.
  private static func segments(
    _ name: String,
    target: Target? = nil,
    _ operation: @escaping @Sendable @concurrent (LoadContext) async -> Void
  ) -> Row {
    Row(name: name, operations: 400_000, isLoop: false, target: target) {
      Prepared(
        .load { count in
          let test = LoadTest("segments", .users(1, requests: count / each)) { context in
            await operation(context)
          }
          guard (try? await test.run()) != nil else { fatalError("a load could not run") }
        }
      )
    }
  }

  private static let synchronous = segments("segment { }, synchronous", target: limit) { context in
    for _ in 0..<each { context.segment("part") {} }
  }

  private static let several = segments("segment { }, ten names in turn") { context in
    for _ in 0..<each / 10 {
      context.segment("one") {}
      context.segment("two") {}
      context.segment("three") {}
      context.segment("four") {}
      context.segment("five") {}
      context.segment("six") {}
      context.segment("seven") {}
      context.segment("eight") {}
      context.segment("nine") {}
      context.segment("ten") {}
    }
  }

  private static let asynchronous = segments("segment { }, asynchronous") { context in
    for _ in 0..<each { await context.segment("part") { await nothing() } }
  }

  private static let childTask = segments("segment { }, in a child task") { context in
    async let calls: Void = { for _ in 0..<each { context.segment("part") {} } }()
    await calls
  }

  private static func nothing() async {}

  /// A load of one user whose operations have one segment: the cost of the operation with it.
  private static let one = Row(name: "load of operations with one segment", operations: 200_000) {
    Prepared(
      .load { count in
        let test = LoadTest("one", .users(1, requests: count)) { $0.segment("part") {} }
        guard (try? await test.run()) != nil else { fatalError("a load could not run") }
      }
    )
  }

  /// What a segment adds to an operation.
  static var segments: [Row] { [synchronous, several, asynchronous, childTask, one] }
}
