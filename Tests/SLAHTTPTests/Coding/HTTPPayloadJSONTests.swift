// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@testable import SLAHTTP

@Suite struct HTTPPayloadJSONTests {
  struct Recipe: Codable, Equatable {
    let name: String
  }

  private struct Stubborn: Encodable {
    struct Refused: Error {}
    func encode(to encoder: any Encoder) throws { throw Refused() }
  }

  @Test func valuesAreEncoded() throws {
    let payload = try HTTPPayload.json([Recipe(name: "soup")])
    #expect(payload == .json(text: #"[{"name":"soup"}]"#))
  }

  @Test func whatCannotBeEncodedIsSaid() {
    let failure = #expect(throws: HTTPFailure.self) { try HTTPPayload.json(Stubborn()) }
    #expect(failure?.code == .request)
    #expect(
      failure?.description == "a value of Stubborn cannot be encoded as JSON: Refused()"
    )
  }

  @Test func bodiesAreDecoded() throws {
    let right = HTTPAnswer(status: 200, head: [], body: Array(#"{"name":"soup"}"#.utf8))
    #expect(try right.json(Recipe.self) == Recipe(name: "soup"))
    let wrong = HTTPAnswer(status: 200, head: [], body: Array("soup".utf8))
    let error = #expect(throws: DecodingError.self) { try wrong.json(Recipe.self) }
    #expect(error.map { FailureKind($0) }?.category == .invalidResult)
  }
}
