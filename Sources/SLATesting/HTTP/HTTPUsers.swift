// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import SLAMetrics

/// The sessions of a load's users, by number; they live as long as the run.
final class HTTPUsers<Service: HTTPService>: Sendable {
  private struct Users {
    var sessions: [Service.Session?] = []
    /// How often all sessions were closed: one that comes back later is closed as well.
    var run = 0
  }

  private let service: Service
  private let users = Guarded(Users())

  init(of service: Service) {
    self.service = service
  }

  /// Makes an operation with the session of a user.
  ///
  /// An operation that goes on beyond its timeout keeps its session, and the user gets another one.
  ///
  /// - Parameters:
  ///   - user: The number of the user.
  ///   - operation: What to do.
  /// - Returns: What the operation returns.
  /// - Throws: What it throws, or ``HTTPFailure`` if there can be no session.
  func perform<Result>(
    _ user: Int,
    _ operation: (Service.Session) throws -> Result
  ) throws -> Result {
    let (session, run) = try take(user)
    defer { giveBack(session, user, run) }
    return try operation(session)
  }

  /// The same for an asynchronous operation.
  func perform<Result>(
    _ user: Int,
    _ operation: @concurrent (Service.Session) async throws -> Result
  ) async throws -> Result {
    let (session, run) = try take(user)
    defer { giveBack(session, user, run) }
    return try await operation(session)
  }

  private func take(_ user: Int) throws -> (Service.Session, run: Int) {
    let (kept, run) = users.withLock { users -> (Service.Session?, Int) in
      guard users.sessions.indices.contains(user) else { return (nil, users.run) }
      let session = users.sessions[user]
      users.sessions[user] = nil
      return (session, users.run)
    }
    return (try kept ?? service.session(), run)
  }

  private func giveBack(_ session: Service.Session, _ user: Int, _ run: Int) {
    // SEGMENTS: `session.takeTimes()` of an `HTTPSession` has what connecting, waiting and receiving took in
    // this operation. They become segments of the operation here, once a context takes durations of the past.
    let isKept = users.withLock { users in
      guard run == users.run else { return false }
      while users.sessions.count <= user { users.sessions.append(nil) }
      guard users.sessions[user] == nil else { return false }
      users.sessions[user] = session
      return true
    }
    if !isKept { session.close() }
  }

  /// Closes all sessions that are not at work, and has those closed that are.
  ///
  /// - Returns: What to say of them.
  func close() -> [Warning] {
    let sessions = users.withLock { users in
      defer { users = Users(run: users.run + 1) }
      return users.sessions.compactMap(\.self)
    }
    var counts = HTTPCounts()
    for session in sessions {
      if let session = session as? HTTPSession { counts.add(session.counts) }
      session.close()
    }
    guard counts.retries > 0 else { return [] }
    return [.requestsSentAgain(counts.retries, of: counts.calls)]
  }
}
