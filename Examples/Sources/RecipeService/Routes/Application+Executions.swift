// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

// The paths around executions and what they cost.
extension Application {
  struct ExecutionsAnswer: Codable, Equatable, Sendable {
    let executions: [Execution]
  }

  struct CostAnswer: Codable, Equatable, Sendable {
    let days: [DailyCost]
    let costMicrodollars: Int
  }

  @Sendable
  func listExecutions(_ request: HTTPRequest) throws -> HTTPResponse {
    let limit = try request.number("limit", in: 1...100) ?? 20
    let executions = try pool.read { try $0.latestExecutions(limit: limit) }
    return try HTTPResponse(.ok, json: ExecutionsAnswer(executions: executions))
  }

  @Sendable
  func estimate(_ request: HTTPRequest) throws -> HTTPResponse {
    let files = try request.number("files", in: 1...10_000) ?? 1
    let runtime = try request.number("runtime", in: 1...86_400)
    return try HTTPResponse(
      .ok,
      json: try pool.read { try $0.estimate(files: files, runtimeSeconds: runtime) }
    )
  }

  @Sendable
  func cost(_ request: HTTPRequest) throws -> HTTPResponse {
    let count = try request.number("days", in: 1...365) ?? 30
    let days = try pool.read { try $0.costByDay(days: count) }
    let sum = days.reduce(0) { $0 + $1.costMicrodollars }
    return try HTTPResponse(.ok, json: CostAnswer(days: days, costMicrodollars: sum))
  }
}
