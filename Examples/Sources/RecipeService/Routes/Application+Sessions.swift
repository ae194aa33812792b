// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

// The paths around sessions: constraints in, versions out.
extension Application {
  struct SessionDraft: Decodable {
    let name: String?
  }

  struct ConstraintDraft: Decodable {
    let constraint: String
  }

  struct VersionsAnswer: Codable, Equatable, Sendable {
    let versions: [Version]
  }

  @Sendable
  func createSession(_ request: HTTPRequest) throws -> HTTPResponse {
    var name = ""
    if !request.body.isEmpty {
      let example = #"{"name": "Sunday lunch"}"#
      name = try request.object(SessionDraft.self, example: example).name ?? ""
      guard name.isStorable(bytes: 0...100) else {
        throw HTTPError.body(
          "name must have at most 100 bytes of UTF-8 and no NUL, as in \(example)"
        )
      }
    }
    let session = try pool.write { try $0.insertSession(name: name) }
    return try HTTPResponse(.created, json: session)
  }

  @Sendable
  func addConstraint(_ request: HTTPRequest, sessionID: Int) throws -> HTTPResponse {
    let example = #"{"constraint": "vegetarian"}"#
    let text = try request.object(ConstraintDraft.self, example: example).constraint.trimmed
    guard text.isStorable(bytes: 1...100) else {
      throw HTTPError.body(
        "constraint must have 1 to 100 bytes of UTF-8 without the space around it, and no NUL, "
          + "as in \(example)"
      )
    }
    let constraint = try answeringSessionErrors {
      try pool.write { try $0.insertConstraint(text, sessionID: sessionID) }
    }
    return try HTTPResponse(.created, json: constraint)
  }

  @Sendable
  func generateVersion(_ request: HTTPRequest, sessionID: Int) throws -> HTTPResponse {
    let version = try answeringSessionErrors {
      try pool.write { try $0.generateVersion(sessionID: sessionID) }
    }
    return try HTTPResponse(.created, json: version)
  }

  @Sendable
  func listVersions(_ request: HTTPRequest, sessionID: Int) throws -> HTTPResponse {
    let versions = try answeringSessionErrors {
      try pool.read { try $0.versions(sessionID: sessionID) }
    }
    return try HTTPResponse(.ok, json: VersionsAnswer(versions: versions))
  }

  private func answeringSessionErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch SessionError.unknown(let id) {
      throw HTTPError.notFound("there is no session \(id); create one with POST /sessions")
    } catch SessionError.tooManyConstraints(let limit) {
      throw HTTPError.body("a session takes at most \(limit) different constraints")
    }
  }
}
