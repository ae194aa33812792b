// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting
import ServiceUnderTest
import Testing

extension LoadChecks {
  /// The pilot's users: they search, work in the studio and harvest, in the mix of its load report.
  @Suite(.serialized) struct PilotScenarioChecks {
    /// Users that come one after another, as many as a run of the pilot had.
    struct Profile: Sendable, CustomTestStringConvertible {
      let users: Int
      let spawnRate: Double
      let minutes: Int
      var testDescription: String { "\(users) users" }

      /// The load: an iteration a second of each user, and six in a shortened run.
      var load: LoadProfile {
        LoadChecks.isFull
          ? .users(users, spawnRate: spawnRate, for: .seconds(60 * minutes))
            .thinking(for: .milliseconds(500)...(.milliseconds(1500)))
          : .users(users, spawnRate: Double(users), for: .seconds(3))
            .thinking(for: .milliseconds(100)...(.milliseconds(200)))
      }
    }

    /// Whoever uses the service in the scenario.
    struct User: Sendable {
      let session: HTTPSession
      let token: Created
    }

    /// What the service says of whatever it created.
    struct Created: Decodable {
      let id: Int
    }

    static let operations: Set = [
      "recipes_search", "harvest_auto", "studio_create_session", "studio_create_constraint",
      "studio_generate", "studio_versions", "studio_summary", "recommendations_make_now",
      "auth/dev-token",
    ]

    /// The gates of the pilot's report.
    ///
    /// Harvest is throttled on purpose; nothing else may fail.
    static let gates = SLA(
      "pilot",
      (.errorRate < 0.02).excluding("harvest_auto"),
      (.errorRate < 0.01).on("recipes_search"),
      (.errorRate < 0.01).on("studio_generate"),
      (.errorRate <= 0).on("harvest_auto").excluding(.throttled),
      (.p95 < .milliseconds(1_200)).on("recipes_search"),
      (.p95 < .milliseconds(1_000)).on("studio_generate"),
      (.p99 <= .seconds(2)).onEvery()
    )

    static func created(_ session: HTTPSession, name: String) async throws -> Created {
      try await session.post("/sessions", json: ["name": name], accepting: 201).json()
    }

    static func pilot(_ target: HTTPTarget) -> Scenario<User> {
      Scenario("pilot") { user in
        let session = try target.session()
        return User(
          session: session,
          token: try await user.step("auth/dev-token") {
            try await created(session, name: "token")
          }
        )
      } flows: {
        Flow("recipes_search", weight: 3) { try await $0.session.get("/recipes?q=soup") }
        Flow("harvest_auto") {
          try await $0.session.post("/recipes/harvest", json: "{}", accepting: 202)
        }
        Flow("studio", weight: 2) { user in
          let id = try await user.step("studio_create_session") {
            try await created(user.session, name: "studio of \(user.token.id)").id
          }
          try await user.step("studio_create_constraint") {
            let path = "/sessions/\(id)/constraints"
            try await user.session.post(path, json: ["constraint": "vegetarian"], accepting: 201)
          }
          try await user.step("studio_generate") {
            try await user.session.post("/sessions/\(id)/generate", json: "{}", accepting: 201)
          }
          try await user.step("studio_versions") {
            try await user.session.get("/sessions/\(id)/versions")
          }
        }
        Flow("studio_summary") { try await $0.session.get("/summary") }
        Flow("recommendations_make_now") { try await $0.session.get("/estimate") }
      }
    }

    @Test(arguments: [
      Profile(users: 20, spawnRate: 4, minutes: 3), Profile(users: 40, spawnRate: 8, minutes: 5),
    ])
    func pilotMix(profile: Profile) async throws {
      let target = try await APIUnderTest.target()
      let report = try await LoadTest(Self.pilot(target), profile.load).run()
      print(report.table(Self.gates))
      expectSLA(report, Self.gates)

      #expect(Set(report.operations.map(\.name)) == Self.operations)
      #expect(report.operation("auth/dev-token")?.count == profile.users)

      // No more than the burst of 10 and 180 a minute are let through: whatever is beyond is a 429.
      let harvest = try #require(report.operation("harvest_auto"))
      let seconds = try #require(report.elapsed) / .seconds(1)
      #expect(Double(harvest.successCount) <= 10 + 3 * seconds + 1, "\(harvest)")
      #expect(harvest.successCount > 0)
    }
  }
}
