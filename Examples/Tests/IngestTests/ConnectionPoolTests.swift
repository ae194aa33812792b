// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch
import Foundation
import Testing

@testable import Ingest

@Suite struct ConnectionPoolTests {
  @Test func waitingThreadsComeInTheOrderOfAsking() throws {
    try withTemporaryFolder { folder in
      let pool = try self.pool(in: folder, connections: 1)
      defer { pool.close() }
      let lent = try pool.take(within: .seconds(60))
      let order = Guarded<[Int]>([])
      let group = DispatchGroup()
      for number in 0..<8 {
        group.enter()
        Thread.detachNewThread {
          if let connection = try? pool.take(within: .seconds(60)) {
            order.withLock { $0.append(number) }
            pool.giveBack(connection)
          }
          group.leave()
        }
        // The next one asks when this one is in the line.
        while pool.waiting <= number { Thread.sleep(forTimeInterval: 0.001) }
      }
      pool.giveBack(lent)
      group.wait()
      #expect(order.withLock { $0 } == Array(0..<8))
    }
  }

  @Test func threadThatWaitsTooLongLeavesTheLine() throws {
    try withTemporaryFolder { folder in
      let pool = try self.pool(in: folder, connections: 1)
      defer { pool.close() }
      let limit = Duration.milliseconds(5)
      let lent = try pool.take(within: limit)
      #expect(throws: IngestError.busy(limit: limit)) { try pool.take(within: limit) }
      #expect(pool.waiting == 0)
      pool.giveBack(lent)
      pool.giveBack(try pool.take(within: limit))
    }
  }

  @Test func connectionsAreLentToAsManyThreads() throws {
    try withTemporaryFolder { folder in
      let pool = try self.pool(in: folder, connections: 3)
      let lent = try (0..<3).map { _ in try pool.take(within: .milliseconds(1)) }
      #expect(Set(lent.map { ObjectIdentifier($0) }).count == 3)
      for connection in lent { pool.giveBack(connection) }
      pool.close()
      #expect(throws: IngestError.closed) { try pool.take(within: .milliseconds(1)) }
    }
  }

  private func pool(in folder: URL, connections: Int) throws -> ConnectionPool {
    let path = folder.appendingPathComponent("pool.sqlite").path
    return ConnectionPool(try (0..<connections).map { _ in try Database(path: path) })
  }
}
