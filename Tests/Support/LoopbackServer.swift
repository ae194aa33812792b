// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics

#if canImport(Glibc)
import Glibc
#endif

/// A server of bytes on this machine: what it reads and sends is up to a closure for each connection.
package final class LoopbackServer: Sendable {
  /// Where a server listens.
  package enum Place: Sendable {
    case ipv4
    case ipv6
    case unix(String)
  }

  private struct Failure: Error {
    let call: String
    let code: Int32
  }

  private struct State {
    var open: Set<Int32> = []
    var requests: [String] = []
    var connections = 0
    var isStopped = false
  }

  /// The port, or 0 of a Unix socket.
  package let port: UInt16
  private let listener: Int32
  private let state = Guarded(State())
  private let threads = DispatchGroup()
  private let handler: @Sendable (LoopbackPeer) -> Void

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - place: Where it listens.
  ///   - handler: What it does with each connection, on a thread of its own; it is closed afterwards.
  /// - Throws: If the system gives no socket.
  package init(
    _ place: Place = .ipv4,
    _ handler: @escaping @Sendable (LoopbackPeer) -> Void
  ) throws {
    self.handler = handler
    let address = try LoopbackAddress(place)
    #if canImport(Glibc)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    listener = socket(address.family, kind, 0)
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    guard listener >= 0, address.bind(listener), listen(listener, 512) == 0 else {
      throw Failure(call: "listen", code: errno)
    }
    port = address.port(of: listener)
    start { self.accept() }
  }

  /// Starts a server that gives the same answer to every request, on connections that stay open.
  package convenience init(answering answer: String) throws {
    try self.init { peer in while peer.request() != nil { peer.send(answer) } }
  }

  /// The address for a client, of a server on IPv4.
  package var url: String { "http://127.0.0.1:\(port)" }
  /// The requests that came whole, as they came.
  package var requests: [String] { state.withLock { $0.requests } }
  /// How many connections were accepted.
  package var connections: Int { state.withLock { $0.connections } }
  /// How many of them are open.
  package var openConnections: Int { state.withLock { $0.open.count } }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  func note(_ request: String) { state.withLock { $0.requests.append(request) } }

  /// Ends all connections, and waits for their threads.
  package func stop() {
    state.withLock { state in
      state.isStopped = true
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
    shutdown(listener, Int32(SHUT_RDWR))
    threads.wait()
    close(listener)
  }

  private func accept() {
    while !isStopped {
      let descriptor = systemAccept(listener)
      guard descriptor >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        if errno == EMFILE {
          usleep(1_000)
          continue
        }
        return
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      let isStopped = state.withLock { state in
        state.open.insert(descriptor)
        state.connections += 1
        return state.isStopped
      }
      if isStopped { shutdown(descriptor, Int32(SHUT_RDWR)) }
      start {
        self.handler(LoopbackPeer(self, descriptor))
        // Within the lock, so that stopping never ends a descriptor that is somebody else's by now.
        self.state.withLock { state in
          state.open.remove(descriptor)
          close(descriptor)
        }
      }
    }
  }

  private func start(_ body: @escaping @Sendable () -> Void) {
    threads.enter()
    let thread = Thread {
      body()
      self.threads.leave()
    }
    thread.stackSize = 512 << 10
    thread.start()
  }
}

private func systemAccept(_ listener: Int32) -> Int32 { accept(listener, nil, nil) }
