// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Dispatch

/// Accepts connections and serves each on a thread of its own.
final class HTTPServer: Sendable {
  typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

  let port: UInt16
  private let listener: Socket
  private let limits: ConnectionLimits
  private let stopSignal: StopSignal
  private let handler: Handler
  private let threads = DispatchGroup()
  private let open = Guarded<Set<Socket>>([])
  private let date = DateStamp()

  /// - Throws: ``ServiceError`` when the listener is not bound to a port.
  init(
    listener: Socket,
    limits: ConnectionLimits,
    stop: StopSignal,
    handler: @escaping Handler
  ) throws {
    guard let port = listener.boundPort else {
      throw ServiceError("cannot read the port of the listener: \(systemErrorText())")
    }
    self.port = port
    self.listener = listener
    self.limits = limits
    self.stopSignal = stop
    self.handler = handler
  }

  /// Begins to accept connections, and to own the listener.
  ///
  /// - Throws: ``ServiceError`` when the system has no thread left.
  func start() throws {
    try ServiceThread.start("recipes-accept", in: threads) { [self] in
      acceptUntilStopped()
      listener.close()
    }
  }

  /// Closes everything and returns when all threads have ended.
  func stop() {
    stopSignal.raise()
    open.withLock { open in
      for socket in open {
        socket.shutdown()
      }
    }
    threads.wait()
  }

  // MARK: Accepting

  private func acceptUntilStopped() {
    var refused = RefusedConnections(linger: limits.linger)
    defer { refused.closeAll() }
    while !stopSignal.isRaised {
      refused.closeExpired()
      let isReady = stopSignal.waitUntilReadable(
        listener,
        milliseconds: refused.isEmpty ? 60_000 : 100
      )
      guard isReady, !stopSignal.isRaised else { continue }
      switch listener.accept() {
      case .connection(let socket):
        do throws(HTTPError) {
          try serve(socket)
        } catch {
          refused.refuse(socket, because: error, date: date.text)
        }
      case .none:
        continue
      case .exhausted:
        // The waiting client keeps the listener readable: without a pause this would spin.
        stopSignal.sleep(for: .milliseconds(100))
      }
    }
  }

  /// Starts the thread of a connection.
  ///
  /// - Throws: An error with status 503, and the caller has to close the socket.
  private func serve(_ socket: Socket) throws(HTTPError) {
    guard add(socket) else {
      throw .unavailable(
        "too_many_connections",
        "all \(limits.connections) connections are in use; close idle ones or try again later"
      )
    }
    do {
      let stackBytes = limits.stackBytes
      try ServiceThread.start("recipes-client", in: threads, stackBytes: stackBytes) { [self] in
        let connection = Connection(
          socket: socket,
          limits: limits,
          stop: stopSignal,
          date: date,
          handler: handler
        )
        connection.serve()
        remove(socket)
      }
    } catch {
      open.withLock { _ = $0.remove(socket) }
      throw .unavailable(
        "too_few_threads",
        "the system has no thread left for this connection; try again later"
      )
    }
  }

  // MARK: Open connections

  private func add(_ socket: Socket) -> Bool {
    open.withLock { open in
      guard open.count < limits.connections else { return false }
      open.insert(socket)
      return true
    }
  }

  /// Closes inside the lock, so that `stop()` never shuts down a descriptor that the system has
  /// given to somebody else meanwhile.
  private func remove(_ socket: Socket) {
    open.withLock { open in
      open.remove(socket)
      socket.close()
    }
  }
}
