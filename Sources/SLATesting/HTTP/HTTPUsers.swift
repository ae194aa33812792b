// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import SLALoad
import SLAMetrics

/// The sessions of a load's users, by number; they live as long as the run.
///
/// Not generic, so that no operation pays for finding out at run time what its types are.
final class HTTPUsers: Sendable {
  /// A session, and what it is of its own: finding that out costs more than the rest of this.
  private struct Kept {
    let calls: any HTTPCalling
    let own: HTTPSession?
  }

  private struct Users {
    var sessions: [Int: Kept] = [:]
    /// How often all sessions were closed: one that comes back later is closed as well.
    var run = 0
  }

  /// What is known of a run besides its sessions.
  private struct Tally {
    /// What sessions did that are no longer there.
    var counts = HTTPCounts()
    /// How often requests had been sent again when the run met a target.
    var starts: [(retries: HTTPRetries, count: Int)] = []

    /// How often requests were sent again, by the targets: also by sessions of which only an
    /// operation knows.
    var retries: Int { starts.reduce(0) { $0 + $1.retries.count - $1.count } }

    mutating func meet(_ retries: HTTPRetries) {
      guard !starts.contains(where: { $0.retries === retries }) else { return }
      starts.append((retries, retries.count))
    }
  }

  /// Some of the users, so that hardly two of them wait for each other.
  private final class Share: Sendable {
    let users = Guarded(Users())
  }

  private let makeSession: @Sendable () throws(HTTPFailure) -> any HTTPCalling
  // One lock for all cost half of the requests per second at 50 users: who is interrupted while
  // holding it holds up the others.
  private let shares = (0..<64).map { _ in Share() }
  private let tally = Guarded(Tally())

  init(of service: some HTTPService) {
    makeSession = { () throws(HTTPFailure) in try service.session() }
  }

  private func share(of user: Int) -> Share { shares[user % shares.count] }

  /// Makes an operation with the session of a user.
  ///
  /// An operation that goes on beyond its timeout keeps its session, and the user gets another one.
  ///
  /// What its calls took to connect, to the first byte and from there on are segments of the
  /// operation.
  ///
  /// - Parameters:
  ///   - context: The context of the operation.
  ///   - operation: What to do.
  /// - Returns: What the operation returns.
  /// - Throws: What it throws, or ``HTTPFailure`` if there can be no session.
  func perform<Result>(
    _ context: LoadContext,
    _ operation: (any HTTPCalling) throws -> Result
  ) throws -> Result {
    let (session, run) = try take(context.user)
    defer { giveBack(session, context, run) }
    return try operation(session.calls)
  }

  /// The same for an asynchronous operation.
  func perform<Result>(
    _ context: LoadContext,
    _ operation: @concurrent (any HTTPCalling) async throws -> Result
  ) async throws -> Result {
    let (session, run) = try take(context.user)
    defer { giveBack(session, context, run) }
    return try await operation(session.calls)
  }

  private func take(_ user: Int) throws -> (Kept, run: Int) {
    let (kept, run) = share(of: user).users.withLock { users in
      (users.sessions.removeValue(forKey: user), users.run)
    }
    return (try kept ?? make(), run)
  }

  private func make() throws -> Kept {
    let calls = try makeSession()
    let own = calls as? HTTPSession
    if let own { tally.withLock { $0.meet(own.target.retries) } }
    return Kept(calls: calls, own: own)
  }

  private func giveBack(_ session: Kept, _ context: LoadContext, _ run: Int) {
    if let own = session.own { record(own.takeTimes(), in: context) }
    // An operation may close its session; the user gets another one then.
    let isUsable = session.own?.isClosed != true
    let user = context.user
    let isKept = share(of: user).users.withLock { users in
      guard isUsable, run == users.run, users.sessions[user] == nil else { return false }
      users.sessions[user] = session
      return true
    }
    guard !isKept else { return }
    if let own = session.own {
      let counts = own.counts
      tally.withLock { $0.counts.add(counts) }
    }
    session.calls.close()
  }

  private func record(_ times: HTTPTimes, in context: LoadContext) {
    // One that ends after its timeout is in no figure, which is no news.
    guard times != HTTPTimes(), context.isAtWork else { return }
    if times.connecting > .zero { context.record("connect", times.connecting) }
    context.record("first byte", times.waiting)
    // Also the zero of an answer that came in one piece: without it, there is nothing to judge.
    context.record("receive", times.receiving)
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
    var (counts, retries) = tally.withLock { tally in
      defer { tally = Tally() }
      return (tally.counts, tally.retries)
    }
    for session in sessions {
      if let own = session.own { counts.add(own.counts) }
      session.calls.close()
    }
    retries = max(retries, counts.retries)
    guard retries > 0 else { return [] }
    return [.requestsSentAgain(retries, of: counts.calls)]
  }
}
