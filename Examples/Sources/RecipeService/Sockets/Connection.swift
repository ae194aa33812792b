// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// One client's connection, from the first request to the last.
struct Connection {
  let socket: Socket
  let limits: ConnectionLimits
  let stop: StopSignal
  let date: DateStamp
  let handler: HTTPServer.Handler

  /// Why the next bytes are not to be waited for any longer.
  private enum Ending: Error {
    case quiet
    case fault(HTTPError)
  }

  /// Serves requests one after another; returns when the connection is to be closed.
  func serve() {
    var parser = RequestParser()
    var buffer = [UInt8](repeating: 0, count: 16_384)
    do throws(Ending) {
      while !stop.isRaised {
        let request = try nextRequest(&parser, &buffer)
        let isDone = ServiceThread.piece {
          let response = handler(request)
          let bytes = response.serialized(
            date: date.text,
            keepsAlive: request.keepsAlive,
            withBody: request.method != "HEAD"
          )
          let isSent = socket.send(bytes, within: limits.send)
          return !isSent || !request.keepsAlive
        }
        if isDone { break }
      }
    } catch {
      guard case .fault(let fault) = error else { return }
      let bytes = HTTPResponse(fault).serialized(date: date.text, keepsAlive: false)
      _ = socket.send(bytes, within: limits.send)
    }
    closeGently(&buffer)
  }

  // MARK: Reading

  /// Reads until a request is whole.
  private func nextRequest(
    _ parser: inout RequestParser,
    _ buffer: inout [UInt8]
  ) throws(Ending) -> HTTPRequest {
    // Bytes of this request may have come with the one before.
    var wasIdle = parser.isIdle
    var deadline = ContinuousClock.now + (wasIdle ? limits.idle : limits.wholeRequest)
    while true {
      do throws(HTTPError) {
        if let request = try parser.next() { return request }
      } catch {
        throw .fault(error)
      }
      // Once only: it is not awaited any more as soon as one more byte has come.
      if parser.awaitsContinue {
        let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        guard socket.send(interim, within: limits.send) else { throw .quiet }
      }
      let count = try receive(&buffer, isIdle: parser.isIdle, deadline: deadline)
      parser.append(buffer[..<count])
      if wasIdle, !parser.isIdle {
        wasIdle = false
        deadline = .now + limits.wholeRequest
      }
    }
  }

  /// Waits for bytes until the deadline.
  private func receive(
    _ buffer: inout [UInt8],
    isIdle: Bool,
    deadline: ContinuousClock.Instant
  ) throws(Ending) -> Int {
    while !stop.isRaised {
      guard isIdle || ContinuousClock.now < deadline else {
        throw .fault(
          HTTPError(
            .requestTimeout,
            "timeout",
            "the request did not arrive whole within \(limits.wholeRequest); send it faster"
          )
        )
      }
      switch socket.receive(into: &buffer, within: limits.tick) {
      case .bytes(let count):
        return count
      case .timeout:
        if isIdle, ContinuousClock.now >= deadline { throw .quiet }
      case .end where !isIdle:
        throw .fault(
          HTTPError(
            .badRequest,
            "truncated",
            "the connection ended in the middle of a request; send the whole request"
          )
        )
      case .end, .failed:
        throw .quiet
      }
    }
    throw .quiet
  }

  // MARK: Closing

  /// Waits a moment for the client to close first.
  ///
  /// To close with unread bytes resets the connection, and a reset can destroy the last answer
  /// before the client has read it (RFC 9112, section 9.6).
  private func closeGently(_ buffer: inout [UInt8]) {
    socket.finishSending()
    let deadline = ContinuousClock.now + limits.linger
    while !stop.isRaised, ContinuousClock.now < deadline {
      switch socket.receive(into: &buffer, within: limits.tick) {
      case .bytes, .timeout: continue
      case .end, .failed: return
      }
    }
  }
}
