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

  private func report(_ count: Int, peak: Int = 100) -> LoadReport {
    .fixture(latencies: LoadReport.ramp(count), peakInFlight: peak)
  }

  @Test func fewerRequestsThanUsersIsWarnedOf() {
    let warning = Warning.fewerRequestsThanUsers(requests: 5, users: 16)
    #expect(ClosedLoad(users: 16, limit: .requests(5)).warnings(on: report(5)) == [warning])
    #expect(ClosedLoad(users: 16, limit: .requests(16)).warnings(on: report(16)).isEmpty)
    #expect(ClosedLoad(users: 16, limit: .requests(0)).warnings(on: report(0)).isEmpty)
    #expect(ClosedLoad(users: 16, limit: .duration(1)).warnings(on: report(5)).isEmpty)
  }

  @Test func requestsThatWereNotMadeAreWarnedOf() {
    let load = ClosedLoad(users: 1, limit: .requests(40))
    #expect(load.warnings(on: report(4)) == [.requestsNotMade(4, of: 40)])
    #expect(load.warnings(on: report(40)).isEmpty)
  }

  @Test(arguments: [
    // users, requests, the most at once, whether that is too few: below three quarters
    (50, 50, 2, true), (50, 50, 37, true), (50, 50, 38, false), (4, 400, 2, true),
    (4, 400, 3, false), (3, 300, 2, true), (2, 300, 1, true), (1, 300, 1, false),
  ])
  func usersThatDoNotRunAtOnceAreWarnedOf(users: Int, requests: Int, peak: Int, isIdle: Bool) {
    let expected = isIdle ? [Warning.idleUsers(users, peak: peak)] : []
    let report = report(requests, peak: peak)
    #expect(ClosedLoad(users: users, limit: .requests(requests)).warnings(on: report) == expected)
    #expect(ClosedLoad(users: users, limit: .duration(1)).warnings(on: report) == expected)
  }

  @Test func noMoreUsersAreExpectedAtOnceThanThereAreRequests() {
    let load = ClosedLoad(users: 16, limit: .requests(5))
    let few = Warning.fewerRequestsThanUsers(requests: 5, users: 16)
    #expect(load.warnings(on: report(5, peak: 5)) == [few])
    #expect(load.warnings(on: report(5, peak: 2)) == [few, .idleUsers(5, peak: 2)])
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
