// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One user of a ``URLSessionTarget``.
///
/// `URLSession` keeps a body of any size: one without an end grows in memory until the timeout.
public struct URLSessionCalls: HTTPCalling {
  let target: URLSessionTarget

  /// An outcome for which a thread waits.
  private final class Outcome: @unchecked Sendable {
    // Unchecked: the result is read and written with the condition locked only.
    private var result: Result<HTTPAnswer, HTTPFailure>?
    private let condition = NSCondition()

    func put(_ new: Result<HTTPAnswer, HTTPFailure>) {
      condition.lock()
      result = new
      condition.signal()
      condition.unlock()
    }

    func wait(unless isGivenUp: () -> Bool) -> Result<HTTPAnswer, HTTPFailure> {
      condition.lock()
      defer { condition.unlock() }
      while true {
        if let result { return result }
        if isGivenUp() { return .failure(.cancelled) }
        _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05))
      }
    }
  }

  /// The end of a call: its answer or its deadline, whichever comes first.
  private final class Ending: @unchecked Sendable {
    // Unchecked: a timer may be started and cancelled by any thread; the rest does not change.
    private let timer = DispatchSource.makeTimerSource()
    private let isOver = Guarded(false)
    private let act: @Sendable (Result<HTTPAnswer, HTTPFailure>) -> Void

    init(_ act: @escaping @Sendable (Result<HTTPAnswer, HTTPFailure>) -> Void) {
      self.act = act
    }

    /// Ends the call, unless it has ended.
    func end(_ result: Result<HTTPAnswer, HTTPFailure>) {
      let isFirst = isOver.withLock { isOver in
        defer { isOver = true }
        return !isOver
      }
      guard isFirst else { return }
      timer.cancel()
      act(result)
    }

    /// Has a task cancelled when its time is over.
    func limit(_ task: URLSessionTask, to limit: Duration) {
      let nanoseconds = min(limit.wholeNanoseconds, .max / 4)
      timer.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)))
      timer.setEventHandler {
        self.end(.failure(.noAnswer(within: limit)))
        task.cancel()
      }
      timer.activate()
    }
  }

  /// Makes a call, and blocks the thread until its answer is complete.
  ///
  /// - Parameter call: The call.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func send(_ call: HTTPCall) throws(HTTPFailure) -> HTTPAnswer {
    let outcome = Outcome()
    let task = try start(call) { outcome.put($0) }
    let result = outcome.wait { Task.isCancelled }
    if case .failure(let failure) = result, failure.code == .cancelled { task.cancel() }
    return try result.get()
  }

  /// Makes a call without blocking the thread.
  ///
  /// - Parameter call: The call.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure`` if no answer came, or one whose status is not accepted.
  @discardableResult
  public func send(_ call: HTTPCall) async throws(HTTPFailure) -> HTTPAnswer {
    let running = Guarded<URLSessionTask?>(nil)
    let reply = Reply()
    return try await withTaskCancellationHandler {
      await reply.wait { end in
        do throws(HTTPFailure) {
          let task = try start(call, end)
          running.withLock { $0 = task }
          if Task.isCancelled { task.cancel() }
        } catch {
          end(.failure(error))
        }
      }
    } onCancel: {
      running.withLock { $0 }?.cancel()
    }
    .get()
  }

  /// Does nothing: the connections are those of the target.
  public func close() {}

  private func start(
    _ call: HTTPCall,
    _ end: @escaping @Sendable (Result<HTTPAnswer, HTTPFailure>) -> Void
  ) throws(HTTPFailure) -> URLSessionTask {
    let request = try request(call)
    let accepted = call.accepting ?? target.accepting
    let sent = call.body?.bytes.count ?? 0
    let ending = Ending(end)
    let start = TimeSource.monotonic.nanoseconds()
    let task = target.client.session.dataTask(with: request) { data, response, error in
      let spent = TimeSource.monotonic.nanoseconds() - start
      ending.end(
        Result { () throws(HTTPFailure) in
          guard let response = response as? HTTPURLResponse else { throw .foundation(error) }
          let body = [UInt8](data ?? Data())
          let answer = HTTPAnswer(response, body, sent: sent, spent: .nanoseconds(spent))
          guard accepted.contains(answer.status) else {
            throw .status(answer, accepting: accepted)
          }
          return answer
        }
      )
    }
    ending.limit(task, to: target.responseTimeout)
    task.resume()
    return task
  }

  private func request(_ call: HTTPCall) throws(HTTPFailure) -> URLRequest {
    guard call.path.hasPrefix("/") else {
      throw .request("a path must begin with \"/\", as in \"/health\"")
    }
    var base = target.address.absoluteString
    while base.hasSuffix("/") { base.removeLast() }
    guard let url = URL(string: base + call.path) else {
      throw .request("a path must be percent-encoded")
    }
    // The same checks as for every request of this library.
    var fields = HeaderFields()
    try fields.append(target.headers)
    try fields.append(call.headers)
    var request = URLRequest(url: url)
    request.httpMethod = call.method
    let common = target.headers.fields.filter { call.headers[$0.name] == nil }
    for field in common + call.headers.fields {
      request.addValue(field.value, forHTTPHeaderField: field.name)
    }
    if let body = call.body {
      request.httpBody = Data(body.bytes)
      if let type = body.type, call.headers["content-type"] == nil {
        request.setValue(type, forHTTPHeaderField: "Content-Type")
      }
    }
    return request
  }
}

extension HTTPAnswer {
  /// The answer that Foundation read.
  fileprivate init(_ response: HTTPURLResponse, _ body: [UInt8], sent: Int, spent: Duration) {
    let lines = response.allHeaderFields.map { "\($0.key): \($0.value)\r\n" }.sorted()
    var times = HTTPTimes()
    times.waiting = spent
    self.init(
      status: min(max(response.statusCode, 100), 999),
      head: Array(lines.joined().utf8),
      body: body,
      times: times,
      bytesSent: sent,
      bytesReceived: body.count
    )
  }
}

extension HTTPFailure {
  /// The failure that Foundation tells.
  fileprivate static func foundation(_ error: (any Error)?) -> HTTPFailure {
    guard let error else { return .malformed(.statusLine) }
    let kind = FailureKind(error)
    let code: Code =
      switch (error as? URLError)?.code {
      case .timedOut: .timedOut
      case .cancelled: .cancelled
      case .cannotConnectToHost: .refused
      case .cannotFindHost, .dnsLookupFailed: .nameNotFound
      case .networkConnectionLost: .closed
      default: .transport
      }
    return HTTPFailure(code, kind, "\(error)")
  }
}
