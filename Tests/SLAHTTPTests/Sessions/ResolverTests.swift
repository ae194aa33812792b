// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATestSupport
import Testing

@testable import SLAHTTP

@Suite struct ResolverTests {
  private static let address = try? HTTPAddress("http://kitchen")

  /// So many ask at once; the last of them lets the lookup end.
  private func ask(_ count: Int, finding: Bool) async throws -> (answers: Int, lookups: Int) {
    let address = try #require(Self.address)
    let found = try SocketAddress.resolve("127.0.0.1", port: 1)
    let lookups = Shared(0)
    let resolver = Resolver(found: nil) { _ throws(HTTPFailure) in
      lookups.change { $0 += 1 }
      usleep(200_000)
      guard finding else { throw .nameNotFound("kitchen", "not there") }
      return found
    }
    let answers = await withTaskGroup { group in
      for _ in 0..<count {
        group.addTask {
          (try? await blocking { try resolver.addresses(of: address) }) == found
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    return (answers, lookups.value)
  }

  @Test func nameIsLookedUpOnce() async throws {
    #expect(try await ask(8, finding: true) == (8, 1))
  }

  @Test func failureIsThatOfAllWhoWaited() async throws {
    let (answers, lookups) = try await ask(8, finding: false)
    // Who comes after it has another one; no more than a few do.
    #expect(answers == 0 && lookups < 8)
  }
}
