// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

// The paths around recipes: health, search, harvest and summary.
extension Application {
  struct HealthAnswer: Codable, Equatable, Sendable {
    let status: String
    let recipes: Int
  }

  @Sendable
  func health(_ request: HTTPRequest) throws -> HTTPResponse {
    let recipes = try pool.read { try $0.lastRecipeID() }
    return try HTTPResponse(.ok, json: HealthAnswer(status: "ok", recipes: recipes))
  }

  @Sendable
  func searchRecipes(_ request: HTTPRequest) throws -> HTTPResponse {
    guard let query = request.parameter("q"), query.isStorable(bytes: 1...100) else {
      throw HTTPError.parameter(
        "q must have 1 to 100 bytes of UTF-8 and no NUL, as in /recipes?q=soup"
      )
    }
    return try HTTPResponse(.ok, json: try pool.read { try $0.recipes(matching: query) })
  }

  struct HarvestDraft: Decodable {
    let source: String?
  }

  @Sendable
  func harvest(_ request: HTTPRequest) throws -> HTTPResponse {
    var source = "example.org"
    if !request.body.isEmpty {
      let example = #"{"source": "example.org"}"#
      let draft = try request.object(HarvestDraft.self, example: example)
      source = draft.source ?? source
      guard source.isStorable(bytes: 1...200) else {
        throw HTTPError.body(
          "source must have 1 to 200 bytes of UTF-8 and no NUL, as in \(example)"
        )
      }
    }
    // After the checks: a request that is refused anyway costs no token.
    if let seconds = harvests.withLock({ $0.take(at: .now) }) {
      throw HTTPError(
        .tooManyRequests,
        "too_many_requests",
        "harvests are limited to keep the sources well; try again in \(seconds) s",
        fields: [HTTPField(name: "Retry-After", value: "\(seconds)")]
      )
    }
    let harvest = try pool.write { try $0.insertHarvest(source: source) }
    return try HTTPResponse(.accepted, json: harvest)
  }

  @Sendable
  func summary(_ request: HTTPRequest) throws -> HTTPResponse {
    try HTTPResponse(.ok, json: try pool.read { try $0.summary() })
  }
}
