// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// One user of a service: a connection that is kept from call to call.
///
/// ```swift
/// let session = try target.session()
/// try session.get("/recipes?q=soup")
/// try session.post("/recipes", json: Recipe(name: "soup"), accepting: 201)
/// ```
///
/// Calls block their thread: under load that is what `execution: .blocking` is for, and `LoadTest(http:)` sees
/// to it. In asynchronous code the same calls with `await` run on a thread of the session's own, and
/// block none of Swift's. A session makes one call at a time; calls from several threads wait for each other, which a load
/// test would take for a slow service: give each user a session. ``counts`` has how many calls waited.
///
/// The service may close the connection between two calls. If that shows only when the next request
/// is sent, within 50 ms and before a byte of an answer, the request is sent once more on a new
/// connection, provided
/// that sending it twice does no harm (GET, HEAD, PUT, DELETE, OPTIONS, TRACE); ``counts`` has how often.
public final class HTTPSession: HTTPCalling, CustomStringConvertible {
  /// The service.
  public let target: HTTPTarget
  // Held while a call waits for its answer: one call at a time is what a connection can do.
  private let exchange: Guarded<Exchange>
  /// The calls that are under way or wait.
  private let calls = Atomic<Int>(0)
  private let thread = Guarded<CallThread?>(nil)
  private let closing = Cancellation()

  init(_ target: HTTPTarget, _ addresses: [SocketAddress]? = nil) {
    self.target = target
    exchange = Guarded(Exchange(target, addresses))
  }

  /// Makes a call, and blocks the thread until its answer is complete.
  ///
  /// - Parameter call: The call.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func send(_ call: HTTPCall) throws(HTTPFailure) -> HTTPAnswer {
    let waits = begin()
    defer { end() }
    return try send(call, waits, unless: { Task.isCancelled })
  }

  /// Takes note that a call begins; returns whether it waits for another.
  private func begin() -> Bool { calls.wrappingAdd(1, ordering: .relaxed).oldValue > 0 }

  private func end() { calls.wrappingSubtract(1, ordering: .relaxed) }

  private func send(
    _ call: HTTPCall,
    _ waits: Bool,
    unless isCancelled: @escaping @Sendable () -> Bool
  ) throws(HTTPFailure) -> HTTPAnswer {
    let closing = closing
    guard !closing.isSet else { throw .sessionClosed }
    let answer = try exchange.withLock { exchange throws(HTTPFailure) in
      if waits { exchange.noteWait() }
      return try exchange.send(call) { closing.isSet || isCancelled() }
    }
    let accepted = call.accepting ?? target.accepting
    guard accepted.contains(answer.status) else { throw .status(answer, accepting: accepted) }
    return answer
  }

  /// Makes a call without blocking the thread.
  ///
  /// - Parameter call: The call.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func send(_ call: HTTPCall) async throws(HTTPFailure) -> HTTPAnswer {
    let waits = begin()
    defer { end() }
    let thread = try ownThread()
    let cancellation = Cancellation()
    let reply = Reply()
    return try await withTaskCancellationHandler {
      await reply.wait { end in
        thread.run {
          end(
            Result { () throws(HTTPFailure) in
              try self.send(call, waits, unless: { cancellation.isSet })
            }
          )
        }
      }
    } onCancel: {
      cancellation.set()
    }
    .get()
  }

  private func ownThread() throws(HTTPFailure) -> CallThread {
    try thread.withLock { thread throws(HTTPFailure) in
      if let thread { return thread }
      let new = try CallThread()
      thread = new
      return new
    }
  }

  /// Whether the session was closed.
  package var isClosed: Bool { closing.isSet }

  /// What the session has done so far; it waits for a call that is under way.
  public var counts: HTTPCounts { exchange.withLock { $0.counts } }

  /// Takes the times of the calls since they were last taken.
  package func takeTimes() -> HTTPTimes { exchange.withLock { $0.takeTimes() } }

  /// Closes the connection; a call under way fails, and so does every later one.
  public func close() {
    closing.set()
    exchange.withLock { $0.close() }
    thread.withLock { $0 = nil }
  }

  /// The session in short: `session of http://127.0.0.1:8080`.
  public var description: String { "session of \(target)" }
}
