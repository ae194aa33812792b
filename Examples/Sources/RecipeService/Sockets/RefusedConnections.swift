// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Connections that cannot be served, kept for a moment after their answer.
///
/// A socket that is closed while the client still sends is reset, and the reset can overtake the
/// answer: so the last few stay open, half closed, until the client had time to read.
struct RefusedConnections {
  private static let capacity = 64
  private let linger: Duration
  private var waiting: [(socket: Socket, deadline: ContinuousClock.Instant)] = []

  var isEmpty: Bool { waiting.isEmpty }

  init(linger: Duration) {
    self.linger = linger
  }

  /// Answers with status 503; never blocks, for an empty send buffer holds the answer.
  mutating func refuse(_ socket: Socket, because error: HTTPError, date: String) {
    let answer = HTTPResponse(error).serialized(date: date, keepsAlive: false)
    _ = socket.send(answer, within: .zero)
    socket.finishSending()
    if waiting.count == Self.capacity {
      close(waiting.removeFirst().socket)
    }
    waiting.append((socket, .now + linger))
  }

  mutating func closeExpired() {
    let now = ContinuousClock.now
    while let first = waiting.first, first.deadline <= now {
      close(waiting.removeFirst().socket)
    }
  }

  mutating func closeAll() {
    for (socket, _) in waiting {
      close(socket)
    }
    waiting = []
  }

  private func close(_ socket: Socket) {
    socket.discardArrived()
    socket.close()
  }
}
