// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A service that speaks HTTP/1.1, and how to talk to it.
///
/// ```swift
/// let target = try HTTPTarget("http://127.0.0.1:8080", headers: ["Accept": "application/json"])
/// let session = try target.session()
/// let answer = try session.get("/recipes?q=soup")
/// ```
///
/// The address may be of IPv4, of IPv6 in brackets, or a name, and may have a path that goes before those of all
/// calls; with `unixSocket:` its host is what the header `Host` says. What it does not do: TLS, HTTP/2, proxies,
/// cookies, decompression, waiting for `100 Continue` before a body, and following redirects. A status of 3xx is an answer, and a failure
/// unless it is accepted: a redirect that was followed would be two requests in the time of one.
public struct HTTPTarget: HTTPService, Sendable, CustomStringConvertible {
  let address: HTTPAddress
  let writer: RequestWriter
  let limits: CallLimits
  /// The statuses that count as success where a call does not say.
  let accepting: AcceptedStatuses
  /// How often the sessions of this target have sent a request again.
  package let retries = HTTPRetries()
  private let resolver: Resolver

  /// Creates a target; nothing is connected yet.
  ///
  /// - Parameters:
  ///   - address: Where the service is, as `http://127.0.0.1:8080`.
  ///   - unixSocket: The path of a Unix socket to connect to instead of the host of the address.
  ///   - headers: Header fields of every request.
  ///   - accepting: The statuses that count as success where a call does not say.
  ///   - connectTimeout: How long connecting may take, above zero. Looking the name of the host up
  ///     is not part of it:
  ///     the system takes as long as it is configured to.
  ///   - responseTimeout: How long it may take from sending a request to the end of its answer, above zero.
  ///   - bodyLimit: The most bytes of a body, at least 0; 16 MB unless set.
  /// - Throws: ``HTTPFailure`` if the address or a header field is wrong.
  /// - Precondition: The times are above zero, and the limit is not negative.
  public init(
    _ address: String,
    unixSocket: String? = nil,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses = .success,
    connectTimeout: Duration = .seconds(5),
    responseTimeout: Duration = .seconds(30),
    bodyLimit: Int = 16 << 20
  ) throws(HTTPFailure) {
    for limit in [connectTimeout, responseTimeout] {
      trap(unless: limit > .zero, "a timeout must be above zero (was \(limit.exactText))")
    }
    trap(unless: bodyLimit >= 0, "a limit of bytes must not be negative (was \(bodyLimit))")
    self.address = try HTTPAddress(address)
    writer = try RequestWriter(self.address, headers: headers)
    limits = CallLimits(connect: connectTimeout, response: responseTimeout, body: bodyLimit)
    self.accepting = accepting
    if let unixSocket {
      resolver = Resolver(found: [try SocketAddress.local(unixSocket)])
    } else {
      resolver = Resolver(found: nil)
    }
  }

  /// Creates a session, for one user: a connection of its own, which its first call opens.
  ///
  /// One that several users share makes their calls wait for each other, and what they wait is in what the calls take:
  /// twenty users of a service that answers in 10 ms find it to take 200 ms. `LoadTest(http:)` makes one for each
  /// user, and so does the state of a `Scenario`.
  ///
  /// The name of the host is looked up when the first connection of the target is opened.
  ///
  /// - Returns: The session.
  /// - Throws: Nothing.
  public func session() throws(HTTPFailure) -> HTTPSession { HTTPSession(self) }

  /// The addresses of the host, which are looked up once; blocks the thread until they are there.
  func addresses() throws(HTTPFailure) -> [SocketAddress] { try resolver.addresses(of: address) }

  /// The address: `http://127.0.0.1:8080`.
  public var description: String { "http://\(address.authority)\(address.basePath)" }
}
