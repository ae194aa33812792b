// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A service behind `URLSession`, with the calls of a target: for `https`, HTTP/2 and proxies.
///
/// It costs so much that under load one measures it rather than the service: on Linux 0.45 ms of processor time
/// for each request (``HTTPTarget`` takes about 0.015 ms), and at most 2,400 requests per second whatever the number
/// of users, since one queue does all the work. With 50 users its P95 is 26 ms where the service needs
/// 0.6 ms. Below some hundred requests per second, and with limits of tens of milliseconds, that does not matter.
///
/// It does what `URLSession` does: redirects are followed, compressed bodies are decompressed, and there is no telling
/// when a connection was opened, so that all of the time counts as waiting, and bytes are those of bodies.
public struct URLSessionTarget: HTTPService, Sendable, CustomStringConvertible {
  let address: URL
  let headers: HTTPHeaderList
  let accepting: AcceptedStatuses
  let responseTimeout: Duration
  let client: Client

  /// The session of Foundation, which users share as those of an application do.
  final class Client: Sendable {
    let session: URLSession

    init(timeout: Duration) {
      // On Linux these are of the time without a byte; each call has a deadline of its own, which
      // comes first. Foundation on Linux traps above what its own integers hold.
      let idle = min(timeout.inSeconds, 1e9) + 60
      let configuration = URLSessionConfiguration.ephemeral
      configuration.httpMaximumConnectionsPerHost = 1_000
      configuration.timeoutIntervalForRequest = idle
      configuration.timeoutIntervalForResource = idle
      session = URLSession(configuration: configuration)
    }

    deinit { session.finishTasksAndInvalidate() }
  }

  /// Creates a target; nothing is connected yet.
  ///
  /// - Parameters:
  ///   - address: Where the service is, as `https://example.org`.
  ///   - headers: Header fields of every request.
  ///   - accepting: The statuses that count as success where a call does not say.
  ///   - responseTimeout: How long a call may take to the end of its answer, above zero.
  /// - Throws: ``HTTPFailure`` if the address is wrong.
  /// - Precondition: The time is above zero.
  public init(
    _ address: String,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses = .success,
    responseTimeout: Duration = .seconds(30)
  ) throws(HTTPFailure) {
    trap(
      unless: responseTimeout > .zero,
      "a timeout must be above zero (was \(responseTimeout.exactText))"
    )
    guard let url = URL(string: address), url.host != nil, url.query == nil, url.fragment == nil,
      ["http", "https"].contains(url.scheme?.lowercased())
    else { throw .address(address, "must be one like https://example.org") }
    self.address = url
    self.headers = headers
    self.accepting = accepting
    self.responseTimeout = responseTimeout
    client = Client(timeout: responseTimeout)
  }

  /// Creates the session of a user; all share the connections of the target.
  ///
  /// - Returns: The session.
  /// - Throws: Nothing.
  public func session() throws(HTTPFailure) -> URLSessionCalls { URLSessionCalls(target: self) }

  /// The address: `https://example.org`.
  public var description: String { address.absoluteString }
}
