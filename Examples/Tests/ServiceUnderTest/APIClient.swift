// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import Foundation
package import SLATesting

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A client of the recipe service over `URLSession`, as an application would use it.
///
/// A request fails, by throwing, on any answer but the expected status. On Linux `URLSession` makes
/// about 2,500 requests per second whatever the concurrency, and its own queue is in the latency:
/// compare what is measured here with limits for users, not with the service's own time.
package struct APIClient: Sendable {
  /// An answer that was not the expected one; failures are counted by category and status.
  package struct UnexpectedStatus: FailureKindConvertible {
    let status: Int
    package var failureKind: FailureKind { FailureKind(status: status) }
  }

  package let baseURL: URL
  private let session: URLSession

  package init(baseURL: URL) {
    self.baseURL = baseURL
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = 100
    configuration.timeoutIntervalForRequest = 10
    session = URLSession(configuration: configuration)
  }

  @discardableResult
  package func get(_ path: String) async throws -> Data {
    try await send(path, method: "GET", body: nil, expecting: 200)
  }

  @discardableResult
  package func post(_ path: String, json: String, expecting status: Int) async throws -> Data {
    try await send(path, method: "POST", body: Data(json.utf8), expecting: status)
  }

  private func send(
    _ path: String,
    method: String,
    body: Data?,
    expecting status: Int
  ) async throws -> Data {
    guard let url = URL(string: path, relativeTo: baseURL) else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.httpBody = body
    if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
    let (data, response) = try await session.data(for: request)
    let answered = (response as? HTTPURLResponse)?.statusCode ?? 0
    guard answered == status else { throw UnexpectedStatus(status: answered) }
    return data
  }
}
