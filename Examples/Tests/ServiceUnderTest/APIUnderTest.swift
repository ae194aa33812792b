// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import RecipeService
package import SLATesting
import Synchronization

/// The service that the checks test: that of `API_BASE_URL`, or one started in this process.
package enum APIUnderTest {
  struct Misconfigured: Error, CustomStringConvertible {
    let description: String
  }

  /// Asks for the service; the first to ask starts it and waits for its first answer.
  package static func target() async throws -> HTTPTarget { try await ready.value }

  /// Asks for a new session with the service, for single calls.
  package static func session() async throws -> HTTPSession { try await target().session() }

  private static let ready = Task {
    let target = try APIUnderTest.target(ProcessInfo.processInfo.environment)
    // The first request of a service pays for setting it up: it belongs to no check.
    do {
      try await target.session().get("/health")
    } catch {
      throw Misconfigured(
        description: """
          GET /health failed at \(target): \(error). If nothing listens there, start \
          swift run --package-path Examples recipe-service --port 8080; without API_BASE_URL the \
          checks start a service of their own.
          """
      )
    }
    return target
  }

  package static func target(_ environment: [String: String]) throws -> HTTPTarget {
    guard let address = environment["API_BASE_URL"], !address.isEmpty else {
      return try HTTPTarget(startService(environment), responseTimeout: .seconds(10))
    }
    do {
      return try HTTPTarget(address, responseTimeout: .seconds(10))
    } catch {
      throw Misconfigured(description: "API_BASE_URL cannot be tested: \(error)")
    }
  }

  private static func startService(_ environment: [String: String]) throws -> String {
    let service = try RecipeService.start(ServiceConfiguration(environment: environment))
    running.withLock { $0 = service }
    // No library has a hook for the end of all tests; the temporary database is removed at exit.
    atexit { APIUnderTest.running.withLock(\.self)?.stop() }
    return "http://127.0.0.1:\(service.port)"
  }

  private static let running = Mutex<RecipeService?>(nil)
}
