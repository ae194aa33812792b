// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAHTTP
public import SLALoad

// Loads over HTTP: each user has a session of its own, made on first use and closed at the end of the run.
extension LoadTest {
  /// Creates a load test of one request.
  ///
  /// ```swift
  /// let target = try HTTPTarget("http://127.0.0.1:8080")
  /// let report = try await LoadTest(http: target, get: "/health", .users(50, requests: 20_000)).run()
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it; `GET /health` if it is `nil`.
  ///   - service: The service.
  ///   - path: The path with its query, percent-encoded, from the `/` on.
  ///   - profile: How load is offered; each user has a thread.
  ///   - headers: Header fields besides those of the target.
  ///   - accepting: The statuses that count as success; those of the target if it is `nil`.
  ///   - isRight: Whether an answer is right; one that is not fails as an invalid result.
  public init<Service: HTTPService>(
    _ name: String? = nil,
    http service: Service,
    get path: String,
    _ profile: LoadProfile,
    headers: HTTPHeaderList = [:],
    accepting: AcceptedStatuses? = nil,
    isRight: (@Sendable (HTTPAnswer) throws -> Bool)? = nil
  ) {
    let call = HTTPCall("GET", path, headers: headers, accepting: accepting)
    let users = HTTPUsers(of: service)
    self = LoadTest(name ?? "GET \(path)", profile, execution: BlockingExecution.blocking) {
      context in
      try users.perform(context) { session in
        let answer = try session.send(call)
        if let isRight, try !isRight(answer) { throw HTTPFailure.checkFailed(answer) }
      }
    }
    .atEnd { users.close() }
  }

  /// Creates a load test of an operation over HTTP that blocks, with a thread and a session for each user.
  ///
  /// ```swift
  /// let report = try await LoadTest(http: target, .users(50, requests: 20_000)) { session in
  ///   try session.get("/recipes?q=soup").check("finds soup") { $0.text.contains("soup") }
  /// }.run()
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it; the address of the service if it is `nil`.
  ///   - service: The service.
  ///   - profile: How load is offered.
  ///   - operation: The operation; it fails by throwing.
  public init<Service: HTTPService, Result>(
    _ name: String? = nil,
    http service: Service,
    _ profile: LoadProfile,
    operation: @escaping @Sendable (Service.Session) throws -> Result
  ) {
    self.init(name, http: service, profile) { session, _ in try operation(session) }
  }

  /// Creates a load test of an operation over HTTP that knows which one it is.
  ///
  /// ```swift
  /// LoadTest("PUT /recipes", http: target, .users(50, requests: 20_000)) { session, context in
  ///   try session.put("/recipes/\(context.iteration)", json: Recipe(name: "soup"))
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it; the address of the service if it is `nil`.
  ///   - service: The service.
  ///   - profile: How load is offered.
  ///   - operation: The operation; it fails by throwing.
  public init<Service: HTTPService, Result>(
    _ name: String? = nil,
    http service: Service,
    _ profile: LoadProfile,
    operation: @escaping @Sendable (Service.Session, LoadContext) throws -> Result
  ) {
    let users = HTTPUsers(of: service)
    self = LoadTest(name ?? "\(service)", profile, execution: BlockingExecution.blocking) {
      context in
      try users.perform(context) { try operation(service.own($0), context) }
    }
    .atEnd { users.close() }
  }

  /// Creates a load test of an asynchronous operation over HTTP, with a session for each user.
  ///
  /// For operations that wait for other things as well; calls of the session with `await` run on a thread of the
  /// session's own. One that waits for HTTP alone is better written without `await`.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it; the address of the service if it is `nil`.
  ///   - service: The service.
  ///   - profile: How load is offered.
  ///   - operation: The operation; it fails by throwing.
  @_disfavoredOverload  // A closure without `await` blocks, and has a thread.
  public init<Service: HTTPService, Result>(
    _ name: String? = nil,
    http service: Service,
    _ profile: LoadProfile,
    operation: @escaping @Sendable @concurrent (Service.Session, LoadContext) async throws -> Result
  ) {
    let users = HTTPUsers(of: service)
    self = LoadTest(name ?? "\(service)", profile, execution: LoadExecution.cooperative) {
      context in
      try await users.perform(context) { try await operation(service.own($0), context) }
    }
    .atEnd { users.close() }
  }

  /// Creates a load test of an asynchronous operation over HTTP, with a session for each user.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it; the address of the service if it is `nil`.
  ///   - service: The service.
  ///   - profile: How load is offered.
  ///   - operation: The operation; it fails by throwing.
  @_disfavoredOverload  // A closure without `await` blocks, and has a thread.
  public init<Service: HTTPService, Result>(
    _ name: String? = nil,
    http service: Service,
    _ profile: LoadProfile,
    operation: @escaping @Sendable @concurrent (Service.Session) async throws -> Result
  ) {
    self.init(name, http: service, profile) { (session, _) async throws in
      try await operation(session)
    }
  }
}

extension HTTPService {
  /// A session that this service made, as what it is.
  fileprivate func own(_ session: any HTTPCalling) -> Session {
    guard let own = session as? Session else {
      fatalError("a session of \(self) must be \(Session.self) (was \(type(of: session)))")
    }
    return own
  }
}
