// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

// The paths around jobs: one in, the health of the queue, one job.
extension Application {
  /// In bytes of UTF-8.
  static let jobTextLimit = 65_536

  struct JobDraft: Decodable {
    let text: String?
    let payload: String?
  }

  struct JobAnswer: Codable, Equatable, Sendable {
    let id: Int
    let state: JobQueue.JobState
    var result: TextStatistics?
  }

  @Sendable
  func processJob(_ request: HTTPRequest) throws -> HTTPResponse {
    let example = #"{"text": "some words"}"#
    let draft = try request.object(JobDraft.self, example: example)
    guard let text = draft.text ?? draft.payload else {
      throw HTTPError.body("the field \"text\" is missing; send an object such as \(example)")
    }
    guard (1...Self.jobTextLimit).contains(text.utf8.count) else {
      throw HTTPError.body("text must have 1 to \(Self.jobTextLimit) bytes, as in \(example)")
    }
    guard let id = jobs.enqueue(text) else {
      throw HTTPError.unavailable(
        "backlog_full",
        "\(jobs.health.backlogLimit) jobs are waiting already; try again later"
      )
    }
    return try HTTPResponse(.accepted, json: JobAnswer(id: id, state: .queued))
  }

  @Sendable
  func jobsHealth(_ request: HTTPRequest) throws -> HTTPResponse {
    try HTTPResponse(.ok, json: jobs.health)
  }

  @Sendable
  func showJob(_ request: HTTPRequest, id: Int) throws -> HTTPResponse {
    // The queue goes first: a job that leaves it meanwhile is in the database already.
    if let state = jobs.unfinishedState(of: id) {
      return try HTTPResponse(.ok, json: JobAnswer(id: id, state: state))
    }
    guard let result = try pool.read({ try $0.result(jobID: id) }) else {
      throw HTTPError.notFound("there is no job \(id); create one with POST /jobs/process")
    }
    return try HTTPResponse(.ok, json: JobAnswer(id: id, state: .finished, result: result))
  }
}
