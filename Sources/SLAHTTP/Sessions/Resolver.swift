// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// The addresses of a host, looked up once: whoever asks meanwhile waits for the same answer.
final class Resolver: Sendable {
  private struct State {
    var found: [SocketAddress]?
    var failure: HTTPFailure?
  }

  typealias Lookup = @Sendable (HTTPAddress) throws(HTTPFailure) -> [SocketAddress]

  // Held while the system looks the name up: those who wait have threads that may block.
  private let state: Guarded<State>
  private let lookups = Atomic<Int>(0)
  private let lookUp: Lookup

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - found: The addresses, if they are known already.
  ///   - lookUp: How to find them.
  init(
    found: [SocketAddress]?,
    lookUp: @escaping Lookup = { address throws(HTTPFailure) in
      try SocketAddress.resolve(address.host, port: address.port)
    }
  ) {
    state = Guarded(State(found: found))
    self.lookUp = lookUp
  }

  /// The addresses of a host; one that was not found is looked up again by whoever asks afterwards.
  ///
  /// - Parameter address: The host, always the same.
  /// - Returns: Its addresses.
  /// - Throws: ``HTTPFailure`` if it has none.
  func addresses(of address: HTTPAddress) throws(HTTPFailure) -> [SocketAddress] {
    let before = lookups.load(ordering: .relaxed)
    return try state.withLock { state throws(HTTPFailure) in
      if let found = state.found { return found }
      // One that has failed while this was waiting is the answer to this as well.
      if let failure = state.failure, lookups.load(ordering: .relaxed) != before { throw failure }
      defer { lookups.wrappingAdd(1, ordering: .relaxed) }
      do throws(HTTPFailure) {
        let found = try lookUp(address)
        state.found = found
        return found
      } catch {
        state.failure = error
        throw error
      }
    }
  }
}
