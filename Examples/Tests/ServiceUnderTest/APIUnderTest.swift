// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import Foundation
import RecipeService
import Synchronization

/// The address that the checks test: `API_BASE_URL`, or a service started in this process.
package enum APIUnderTest {
  struct Misconfigured: Error, CustomStringConvertible {
    let description: String
  }

  /// Asks for the client; the first to ask starts the service and waits for its first answer.
  package static func client() async throws -> APIClient { try await ready.value }

  private static let ready = Task {
    let environment = ProcessInfo.processInfo.environment
    let client = APIClient(baseURL: try baseURL(environment))
    // The first request of a process pays for setting up the client: it belongs to no check.
    do {
      try await client.get("health")
    } catch {
      throw Misconfigured(
        description: """
          GET health failed at \(client.baseURL): \(error). If nothing listens there, start \
          swift run --package-path Examples recipe-service --port 8080; without API_BASE_URL the \
          checks start a service of their own.
          """
      )
    }
    return client
  }

  package static func baseURL(_ environment: [String: String]) throws -> URL {
    guard let text = environment["API_BASE_URL"], !text.isEmpty else {
      return try startService(environment)
    }
    // Paths are relative to the address, which therefore ends in a slash.
    guard let url = URL(string: text.hasSuffix("/") ? text : text + "/"), url.host != nil,
      ["http", "https"].contains(url.scheme?.lowercased()), url.query == nil, url.fragment == nil
    else {
      throw Misconfigured(
        description: "API_BASE_URL must be an address like http://127.0.0.1:8080 (was \"\(text)\")"
      )
    }
    return url
  }

  private static func startService(_ environment: [String: String]) throws -> URL {
    let service = try RecipeService.start(ServiceConfiguration(environment: environment))
    running.withLock { $0 = service }
    // No library has a hook for the end of all tests; the temporary database is removed at exit.
    atexit { APIUnderTest.running.withLock(\.self)?.stop() }
    guard let url = URL(string: "http://127.0.0.1:\(service.port)/") else {
      throw URLError(.badURL)
    }
    return url
  }

  private static let running = Mutex<RecipeService?>(nil)
}
