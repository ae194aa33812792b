// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the fixtures and the code blocks of the README call.
struct Service: Sendable {
  struct Refused: Error, CustomStringConvertible {
    var description: String { "status 503" }
  }

  @discardableResult func health() async throws -> Int {
    try await Task.sleep(for: .milliseconds(2))
    return 200
  }

  func process(_ text: String) async throws {
    try await Task.sleep(for: .milliseconds(1))
  }

  func refuse() async throws {
    throw Refused()
  }

  func write(_ row: String) async throws {
    try await Task.sleep(for: .milliseconds(1))
  }
}

let api = Service()
let db = Service()
let sample = "sample"
let row = "row"
