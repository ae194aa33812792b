// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// An open connection: requests go out, answers come in, until a deadline.
///
/// Not `Sendable`: it belongs to one session, and to one call at a time.
struct Connection: ByteSource {
  let socket: Socket
  /// When the call must be over, in nanoseconds of the monotonic clock.
  var deadline: Int64 = .max
  /// The time when it was last read.
  private(set) var now: Int64 = 0
  /// When the first byte of the answer came, or 0 before.
  private(set) var firstByte: Int64 = 0
  /// The bytes of the answer that have come.
  private(set) var received = 0
  /// The bytes of the request that were sent.
  private(set) var sent = 0
  /// The request, which may still be on its way when its answer begins.
  private var request: [UInt8] = []
  /// Whether the service takes no more of it.
  private var isRefused = false
  private var limits: CallLimits
  private var isGivenUp: @Sendable () -> Bool

  init(
    _ socket: Socket,
    _ limits: CallLimits,
    at now: Int64,
    until deadline: Int64,
    unless isGivenUp: @escaping @Sendable () -> Bool
  ) {
    self.socket = socket
    self.limits = limits
    self.now = now
    self.deadline = deadline
    self.isGivenUp = isGivenUp
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(HTTPFailure) -> Int {
    // Before each further part, so that an answer without end can be given up, and one that is
    // there is taken.
    if received > 0 { try goOn() }
    while true {
      if sent < request.count, !isRefused, try !sendUntilNews() { continue }
      let progress = socket.receive(into: buffer, within: deadline - now)
      now = TimeSource.monotonic.nanoseconds()
      switch progress {
      case .bytes(let count):
        if received == 0 { firstByte = now }
        received += count
        guard now < deadline else { throw .noAnswer(within: limits.response) }
        return count
      case .end: return 0
      case .nothing: try goOn()
      case .failed(let code): throw .system(code)
      }
    }
  }

  /// Sends a request, or as much of it as the service takes before it answers; `read` sends the
  /// rest.
  ///
  /// - Parameter request: The bytes.
  /// - Throws: ``HTTPFailure`` if they are not taken in time, or the connection breaks and no answer is there.
  mutating func send(_ request: [UInt8]) throws(HTTPFailure) {
    self.request = request
    while sent < request.count {
      let progress = sendRest(within: deadline - now)
      if sent == request.count { return }
      now = TimeSource.monotonic.nanoseconds()
      switch progress {
      case .bytes, .nothing, .end:
        try goOn()
        if socket.hasNews { return }
      case .failed(let code):
        // The answer may have come before the connection broke.
        guard sent > 0, socket.hasNews else { throw .system(code) }
        isRefused = true
        return
      }
    }
  }

  /// Sends more of the request while its answer is waited for.
  ///
  /// - Returns: Whether there is something to receive.
  private mutating func sendUntilNews() throws(HTTPFailure) -> Bool {
    let ready = socket.waitForEither(within: deadline - now)
    if ready.canSend, case .failed = sendRest(within: 0) {
      // A service may answer and take no more; what is wrong otherwise, receiving says.
      isRefused = true
      return true
    }
    guard !ready.canReceive else { return true }
    now = TimeSource.monotonic.nanoseconds()
    try goOn()
    return false
  }

  private mutating func sendRest(within limit: Int64) -> Socket.Progress {
    let progress = request.withUnsafeBytes {
      socket.send(UnsafeRawBufferPointer(rebasing: $0[sent...]), within: limit)
    }
    if case .bytes(let count) = progress { sent += count }
    return progress
  }

  private func goOn() throws(HTTPFailure) {
    if isGivenUp() { throw .cancelled }
    guard now < deadline else { throw .noAnswer(within: limits.response) }
  }
}
