// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting

extension Row {
  /// A figure of the client, of a load on the server.
  private static func http(
    _ figure: String,
    users: Int,
    requests: Int,
    target: Target? = nil,
    _ value: @escaping @Sendable (LoadReport, _ processTime: Int64) -> Double?
  ) -> Row {
    Row(name: name(figure, users), operations: 1, isLoop: false, target: target) {
      Prepared(
        .figure {
          let service = Service.shared
          guard let target = try? service.target() else { return .nan }
          let test = LoadTest(
            http: target,
            get: service.path,
            .users(users, requests: requests),
            accepting: .any
          )
          let start = Clock.processTime()
          guard let report = try? await test.run(), report.total.failureCount == 0 else {
            return .nan
          }
          return value(report, Clock.processTime() - start) ?? .nan
        }
      )
    }
  }

  /// A service that answers at once, so that what is left is the load's own cost.
  private struct Silence: HTTPService, HTTPCalling {
    let description = "silence"
    private static let answer = HTTPAnswer(status: 200)

    func session() throws(HTTPFailure) -> Silence { self }
    func send(_ call: HTTPCall) throws(HTTPFailure) -> HTTPAnswer { Self.answer }
    func send(_ call: HTTPCall) async throws(HTTPFailure) -> HTTPAnswer { Self.answer }
    func close() {}
  }

  private static let silence = Row(
    name: "HTTP, 1 user: loop and recorder around a call",
    operations: 200_000,
    isLoop: false,
    target: .nanoseconds(Build.pick(release: 300, debug: 900))
  ) {
    Prepared(
      .load { count in
        let test = LoadTest(http: Silence(), get: "/", .users(1, requests: count))
        guard let report = try? await test.run(), report.count == count else { fatalError() }
      }
    )
  }

  private static func name(_ figure: String, _ users: Int) -> String {
    "HTTP, \(users) \(users == 1 ? "user" : "users"): \(figure)"
  }

  private static func each(_ report: LoadReport, _ processTime: Int64) -> Double? {
    report.throughput.map { 1e9 / $0.perSecond }
  }

  private static func other(
    _ name: String,
    _ isInstalled: Bool,
    _ figure: @escaping @Sendable (URL) -> Double
  ) -> [Row] {
    guard isInstalled else { return [] }
    return [
      Row(name: name, operations: 1, isLoop: false) {
        Prepared(.figure { figure(Service.shared.url) })
      }
    ]
  }

  /// The client beside others, on the same server in the same round.
  static var http: [Row] {
    let (wrk, ab) = (
      "HTTP by wrk, 50 connections: time of each", "HTTP by ab -k, 1 connection: P50"
    )
    let share = Build.pick(release: 0.6, debug: 0.35)
    return other(wrk, OtherClient.hasWrk) { OtherClient.wrk($0, connections: 50) }
      + other("HTTP by ab -k, 50 connections: time of each", OtherClient.hasAb) {
        OtherClient.ab($0, connections: 50, requests: 20_000).each
      }
      + [
        http(
          "time of each",
          users: 50,
          requests: 20_000,
          target: OtherClient.hasWrk ? .timesRow(wrk, 1 / share) : nil,
          each
        ),
        http(
          "processor time of each",
          users: 50,
          requests: 20_000,
          target: .nanoseconds(Build.pick(release: 20_000, debug: 40_000))
        ) { report, processTime in Double(processTime) / Double(report.count) },
      ]
      + other(ab, OtherClient.hasAb) { OtherClient.ab($0, connections: 1, requests: 5_000).p50 }
      + [
        http(
          "P50",
          users: 1,
          requests: 5_000,
          target: OtherClient.hasAb ? .timesRow(ab, 1.5) : nil
        ) { report, _ in report.latency.map { $0.p50 / .nanoseconds(1) } },
        silence,
      ]
  }
}
