// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the commands do, with the service and with what was kept of earlier runs.
struct Actions {
  private struct Job: Decodable {
    struct Result: Decodable {
      let words: Int
    }

    let id: Int
    let state: String
    let result: Result?
  }

  private struct Cost: Decodable {
    let costMicrodollars: Int
  }

  let state: LocalState
  let service: Service

  func run(_ text: String) throws -> String {
    let body = try JSONSerialization.data(withJSONObject: ["text": text])
    let job = try decoded(Job.self, try service.request("POST", "/jobs/process", body: body))
    let run = try state.addRun(job: job.id, text: text)
    try state.log("job \(job.id) \(job.state)", run: run)
    return "run \(run): job \(job.id) \(job.state)"
  }

  func status(ofRun run: Int) throws -> String {
    let (id, _) = try known(run)
    let job = try decoded(Job.self, try service.request("GET", "/jobs/\(id)"))
    try state.log("job \(id) \(job.state)", run: run)
    return "run \(run): job \(id) \(job.state)"
      + (job.result.map { ", \($0.words) words" } ?? "")
  }

  func logs(ofRun run: Int) throws -> String {
    _ = try known(run)
    return try state.lines(ofRun: run).joined(separator: "\n")
  }

  func retry(_ number: Int) throws -> String { try run(try known(number).text) }

  func cost(days: Int) throws -> String {
    let path = "/cost?days=\(days)"
    let answer: Data
    if let kept = try state.kept(path, forSeconds: 60) {
      answer = kept
    } else {
      answer = try service.request("GET", path)
      try state.keep(path, answer)
    }
    let dollars = Double(try decoded(Cost.self, answer).costMicrodollars) / 1e6
    return "\(days) days: $\(String(format: "%.2f", dollars))"
  }

  private func known(_ run: Int) throws -> (job: Int, text: String) {
    guard let found = try state.run(run) else {
      throw CommandFailure.noInput("there is no run \(run); begin with recipectl run TEXT")
    }
    return found
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw CommandFailure.unavailable("the answer of \(service.address) is not understood")
    }
  }
}
