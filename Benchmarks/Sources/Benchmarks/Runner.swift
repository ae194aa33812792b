// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Measures rows: all of them once, then all of them again, so that noise falls upon all alike.
struct Runner {
  let rounds: Int

  /// Measures rows, and before them the floor and the empty loop.
  ///
  /// - Parameter rows: The rows.
  /// - Returns: A result for the floor, and for each row.
  func run(_ rows: [Row]) async -> [Result] {
    let all = [Row.emptyLoop, Row.floor] + rows
    let works = all.map { $0.prepare() }
    var costs = [[Double]](repeating: [], count: all.count)
    // The first time is for the caches, and is not counted.
    for round in 0...rounds {
      for (number, row) in all.enumerated() {
        let cost = await Self.cost(of: works[number].work, operations: row.operations)
        if round > 0 { costs[number].append(cost) }
      }
    }
    let measurements = costs.map(Measurement.init)
    let loop = measurements[0]
    let floor = measurements[1].net(of: loop)
    return all.indices.dropFirst().map { number in
      let measured = measurements[number].net(of: all[number].isLoop ? loop : nil)
      return Result(
        all[number],
        works[number],
        measured,
        floor: floor,
        other: Self.other(than: all[number], of: all).map { measurements[$0] }
      )
    }
  }

  /// The place of the row that the target of another names.
  private static func other(than row: Row, of all: [Row]) -> Int? {
    guard case .timesRow(let name, _) = row.target else { return nil }
    return all.firstIndex { $0.name == name }
  }

  /// The nanoseconds that one operation takes.
  private static func cost(of work: Row.Work, operations: Int) async -> Double {
    switch work {
    case .one(let body):
      let start = Clock.threadTime()
      body(operations)
      return Double(Clock.threadTime() - start) / Double(operations)
    case .asynchronous(let body):
      // Nothing in these rows suspends, so that it is one thread all the time.
      let start = Clock.threadTime()
      await body(operations)
      return Double(Clock.threadTime() - start) / Double(operations)
    case .two(let body):
      return Double(wallTime(ofTwo: body, operations)) / Double(operations)
    case .load(let body):
      let start = Clock.processTime()
      await body(operations)
      return Double(Clock.processTime() - start) / Double(operations)
    case .figure(let body):
      return await body()
    case .memory:
      return .nan
    }
  }

  /// The nanoseconds from when both threads are ready until both are done.
  private static func wallTime(
    ofTwo body: @escaping @Sendable (Int, Int) -> Void,
    _ count: Int
  )
    -> Int64
  {
    let times = Times()
    let threads = (0..<2).map { number in
      Thread {
        times.waitForBoth()
        let start = Clock.wall()
        body(number, count)
        times.end(start, Clock.wall())
      }
    }
    for thread in threads { thread.start() }
    return times.whole()
  }
}

/// When two threads began and ended.
private final class Times: Sendable {
  private let ready = Atomic<Int>(0)
  private let start = Atomic<Int64>(.max)
  private let end = Atomic<Int64>(.min)
  private let done = DispatchSemaphore(value: 0)

  func waitForBoth() {
    ready.wrappingAdd(1, ordering: .acquiringAndReleasing)
    while ready.load(ordering: .acquiring) < 2 {}
  }

  func end(_ started: Int64, _ ended: Int64) {
    start.min(started, ordering: .acquiringAndReleasing)
    end.max(ended, ordering: .acquiringAndReleasing)
    done.signal()
  }

  func whole() -> Int64 {
    for _ in 0..<2 { done.wait() }
    return end.load(ordering: .acquiring) - start.load(ordering: .acquiring)
  }
}
