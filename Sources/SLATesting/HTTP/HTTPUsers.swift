// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import SLAMetrics

/// The sessions of a load's users, by number; they live as long as the run.
///
/// Not generic, so that no operation pays for finding out at run time what its types are.
final class HTTPUsers: Sendable {
  private struct Users {
    var sessions: [Int: any HTTPCalling] = [:]
    /// How often all sessions were closed: one that comes back later is closed as well.
    var run = 0
  }

  /// Some of the users, so that hardly two of them wait for each other.
  private final class Share: Sendable {
    let users = Guarded(Users())
  }

  private let makeSession: @Sendable () throws(HTTPFailure) -> any HTTPCalling
  // One lock for all cost half of the requests per second at 50 users: who is interrupted while
  // holding it holds up the others.
  private let shares = (0..<64).map { _ in Share() }

  init(of service: some HTTPService) {
    makeSession = { () throws(HTTPFailure) in try service.session() }
  }

  private func share(of user: Int) -> Share { shares[user % shares.count] }

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
    _ operation: (any HTTPCalling) throws -> Result
  ) throws -> Result {
    let (session, run) = try take(user)
    defer { giveBack(session, user, run) }
    return try operation(session)
  }

  /// The same for an asynchronous operation.
  func perform<Result>(
    _ user: Int,
    _ operation: @concurrent (any HTTPCalling) async throws -> Result
  ) async throws -> Result {
    let (session, run) = try take(user)
    defer { giveBack(session, user, run) }
    return try await operation(session)
  }

  private func take(_ user: Int) throws -> (any HTTPCalling, run: Int) {
    let (kept, run) = share(of: user).users.withLock { users in
      (users.sessions.removeValue(forKey: user), users.run)
    }
    return (try kept ?? makeSession(), run)
  }

  private func giveBack(_ session: any HTTPCalling, _ user: Int, _ run: Int) {
    // SEGMENTS: `session.takeTimes()` of an `HTTPSession` has what connecting, waiting and receiving took in
    // this operation. They become segments of the operation here, once a context takes durations of the past.
    let isKept = share(of: user).users.withLock { users in
      guard run == users.run, users.sessions[user] == nil else { return false }
      users.sessions[user] = session
      return true
    }
    if !isKept { session.close() }
  }

  /// Closes all sessions that are not at work, and has those closed that are.
  ///
  /// - Returns: What to say of them.
  func close() -> [Warning] {
    let sessions = shares.flatMap { share in
      share.users.withLock { users in
        defer { users = Users(run: users.run + 1) }
        return Array(users.sessions.values)
      }
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
