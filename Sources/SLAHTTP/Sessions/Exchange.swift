// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What a session has: a connection if there is one, and memory that is used again.
///
/// Not `Sendable`: a session lets one call at a time use it.
final class Exchange {
  private let target: HTTPTarget
  /// Where to connect to, unless the target looks it up.
  private let given: [SocketAddress]?
  private let reader: AnswerReader
  private var request: [UInt8] = []
  private var socket: Socket?
  /// The address that took the last connection.
  private var preferred = 0
  private(set) var counts = HTTPCounts()
  /// The times of the calls since they were last taken.
  private var times = HTTPTimes()

  /// How long after sending a kept connection may break for it to have been closed before, in
  /// nanoseconds.
  ///
  /// Later the service has had the request, and has dropped it.
  private static let longestCrossing = Socket.sliceNanoseconds

  init(_ target: HTTPTarget, _ addresses: [SocketAddress]?) {
    self.target = target
    given = addresses
    reader = AnswerReader(bodyLimit: target.limits.body)
  }

  deinit { close() }

  /// Makes a call.
  ///
  /// - Parameters:
  ///   - call: The call.
  ///   - isGivenUp: Whether to stop waiting, asked some times a second.
  /// - Returns: The answer.
  /// - Throws: ``HTTPFailure``.
  func send(
    _ call: HTTPCall,
    unless isGivenUp: @escaping @Sendable () -> Bool
  ) throws(HTTPFailure) -> HTTPAnswer {
    let isLast = try target.writer.write(call, into: &request)
    let start = TimeSource.monotonic.nanoseconds()
    counts.calls += 1
    dropIfClosed()
    var deadline: Int64?
    var connecting: Int64 = 0
    var isRetried = false
    while true {
      let isKept = socket != nil
      let socket: Socket
      var sentAt = start
      if let kept = self.socket {
        socket = kept
      } else {
        let begin = isRetried ? TimeSource.monotonic.nanoseconds() : start
        socket = try connect(at: begin, isGivenUp)
        sentAt = TimeSource.monotonic.nanoseconds()
        connecting = sentAt - begin
      }
      let end = deadline ?? sentAt.advanced(bySaturating: target.limits.response)
      deadline = end
      var connection = Connection(
        socket,
        target.limits,
        at: sentAt,
        until: end,
        unless: isGivenUp
      )
      do throws(HTTPFailure) {
        try connection.send(request)
        let raw = try reader.read(from: &connection, isHead: call.method == "HEAD")
        let isOver = isLast || connection.sent < request.count
        return finish(raw, connection, (start, connecting), isRetried, isOver)
      } catch {
        close()
        guard isKept, !isRetried, call.isIdempotent, connection.received == 0,
          error.code == .closed || error.code == .reset,
          TimeSource.monotonic.nanoseconds() - sentAt < Self.longestCrossing
        else { throw error }
        isRetried = true
        counts.retries += 1
        target.retries.add()
      }
    }
  }

  private func finish(
    _ raw: RawAnswer,
    _ connection: Connection,
    _ at: (start: Int64, connecting: Int64),
    _ isRetried: Bool,
    _ isLast: Bool
  ) -> HTTPAnswer {
    if isLast || !raw.keepsAlive { close() }
    var spent = HTTPTimes()
    spent.connecting = .nanoseconds(at.connecting)
    // With what was spent on a connection that turned out to be closed.
    spent.waiting = .nanoseconds(connection.firstByte - at.start - at.connecting)
    spent.receiving = .nanoseconds(connection.now - connection.firstByte)
    times.add(spent)
    counts.bytesSent += connection.sent
    counts.bytesReceived += connection.received
    return HTTPAnswer(
      status: raw.status,
      head: raw.head,
      body: raw.body,
      times: spent,
      bytesSent: connection.sent,
      bytesReceived: connection.received,
      isRetried: isRetried
    )
  }

  /// Takes the times of the calls since they were last taken.
  func takeTimes() -> HTTPTimes {
    defer { times = HTTPTimes() }
    return times
  }

  /// Counts a call that waited for another.
  func noteWait() { counts.waits += 1 }

  // MARK: Connecting

  /// Closes the connection if the service has closed it, or has sent what nobody asked for, which would be taken for
  /// the next answer.
  ///
  /// Before every call, though a look costs some hundred nanoseconds: a second answer can come at once.
  private func dropIfClosed() {
    guard let socket, socket.hasNews else { return }
    close()
  }

  /// Connects to the first address that answers; each has its share of the time that is left.
  ///
  /// If none does, a refusal is what to tell, for a service can be seen from it; else what the
  /// first one said.
  private func connect(
    at start: Int64,
    _ isGivenUp: @Sendable () -> Bool
  ) throws(HTTPFailure) -> Socket {
    let limit = target.limits.connect
    var now = start
    let addresses: [SocketAddress]
    if let given {
      addresses = given
    } else {
      addresses = try target.addresses()
      now = TimeSource.monotonic.nanoseconds()
    }
    let deadline = now.advanced(bySaturating: limit)
    var failure: HTTPFailure?
    for offset in addresses.indices {
      let number = (preferred + offset) % addresses.count
      do throws(Socket.ConnectFault) {
        let socket = try Socket.connect(
          to: addresses[number],
          until: now + (deadline - now) / Int64(addresses.count - offset),
          unless: isGivenUp
        )
        preferred = number
        counts.connections += 1
        reader.buffer.removeAll()
        self.socket = socket
        return socket
      } catch {
        let new: HTTPFailure =
          switch error {
          case .givenUp where isGivenUp(): throw .cancelled
          case .givenUp: .noConnection(within: limit)
          case .system(let code): .system(code)
          }
        if failure == nil || (new.code == .refused && failure?.code != .refused) { failure = new }
        now = TimeSource.monotonic.nanoseconds()
      }
    }
    throw failure ?? .noConnection(within: limit)
  }

  /// Closes the connection, if there is one.
  func close() {
    socket?.close()
    socket = nil
    reader.buffer.removeAll()
  }
}

extension Int64 {
  /// This time and so much later, or the last time there is.
  fileprivate func advanced(bySaturating duration: Duration) -> Int64 {
    self + Swift.min(duration.wholeNanoseconds, .max / 2)
  }
}
