// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

@Suite struct ClosedLoadTests {
  @Test func requestsAdmitAsManyTicketsWhateverTheTime() {
    let load = ClosedLoad(users: 4, limit: .requests(10))
    #expect((0..<10).allSatisfy { load.admits(ticket: $0, elapsed: .max) })
    #expect(!load.admits(ticket: 10, elapsed: 0) && !load.admits(ticket: .max, elapsed: 0))
  }

  @Test func durationAdmitsAnyTicketUntilItsEnd() {
    let load = ClosedLoad(users: 4, limit: .duration(1_000))
    #expect(load.admits(ticket: 1_000_000, elapsed: 999))
    #expect(!load.admits(ticket: 0, elapsed: 1_000))
    // A clock that stepped back before the start does not end the load.
    #expect(load.admits(ticket: 0, elapsed: -5))
  }

  @Test func zeroAdmitsNothing() {
    #expect(!ClosedLoad(users: 4, limit: .requests(0)).admits(ticket: 0, elapsed: 0))
    #expect(!ClosedLoad(users: 4, limit: .duration(0)).admits(ticket: 0, elapsed: 0))
  }

  @Test func noMoreUsersWorkThanThereAreRequests() {
    #expect(ClosedLoad(users: 16, limit: .requests(5)).workers == 5)
    #expect(ClosedLoad(users: 5, limit: .requests(16)).workers == 5)
    #expect(ClosedLoad(users: 16, limit: .duration(1)).workers == 16)
  }

  @Test func iterationsAreEachUsersOwn() {
    let load = ClosedLoad(users: 4, limit: .iterationsEach(3))
    #expect(load.admits(ticket: 2, elapsed: .max) && !load.admits(ticket: 3, elapsed: 0))
    #expect(load.operations == 12 && load.workers == 4)
    #expect(ClosedLoad(users: 4, limit: .iterationsEach(0)).workers == 0)
    #expect(ClosedLoad(users: .max, limit: .iterationsEach(2)).operations == .max)
  }

  @Test func usersStartAtTheSpawnRate() {
    let load = ClosedLoad(users: 40, limit: .duration(1), spawnRate: 8)
    #expect(load.start(ofUser: 0) == 0 && load.start(ofUser: 8) == 1_000_000_000)
    #expect(load.start(ofUser: 39) == 4_875_000_000)
    #expect(ClosedLoad(users: 40, limit: .duration(1)).start(ofUser: 39) == 0)
  }

  @Test(arguments: [(0.5, 1), (1, 2), (1.25, 3), (5, 10), (60, 10)])
  func usersWhoseStartIsBeyondTheEndDoNotWork(seconds: Double, workers: Int) {
    // Starts at 0, 0.5, 1, … s.
    let limit = ClosedLoad.Limit.duration(Int64(seconds * 1e9))
    #expect(ClosedLoad(users: 10, limit: limit, spawnRate: 2).workers == workers)
    #expect(ClosedLoad(users: .max, limit: .duration(1), spawnRate: 2).workers == 1)
  }

  /// However tickets are taken, each is taken once, and the last ones singly.
  @Test(arguments: [(1, 100), (16, 240), (50, 20_000), (1_000, 1_000), (3, 0)])
  func ticketsAreTakenInEverSmallerNumbers(users: Int, requests: Int) {
    let load = ClosedLoad(users: users, limit: .requests(requests))
    var taken = 0
    var numbers: [Int] = []
    while taken < requests {
      numbers.append(load.ticketsAtOnce(taken: taken))
      taken += numbers[numbers.count - 1]
    }
    #expect(taken == requests)
    #expect(numbers.allSatisfy { (1...32).contains($0) })
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func inOrderTicketsAreTakenSingly() {
    var load = ClosedLoad(users: 4, limit: .requests(1_000))
    load.isInOrder = true
    for load in [load, load.with(users: 2), load.scaled(by: 0.5)] {
      #expect(load.ticketsAtOnce(taken: 0) == 1)
    }
  }

  @Test func negativeNumbersTrap() async {
    await #expect(processExitsWith: .failure) { _ = ClosedLoad(users: -1, limit: .requests(1)) }
    await #expect(processExitsWith: .failure) { _ = ClosedLoad(users: 1, limit: .duration(-1)) }
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ClosedLoad(users: 1, limit: .requests(-3))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("requests must not be negative (was -3)"))
  }
}
