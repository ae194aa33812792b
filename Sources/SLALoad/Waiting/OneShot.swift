// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// A value that comes once, and for which one task waits.
package final class OneShot<Value: Sendable>: Sendable {
  private enum State {
    case empty
    case awaited(UnsafeContinuation<Value, Never>)
    case full(Value)
    case taken
  }

  private let state = Guarded(State.empty)

  package init() {}

  /// Gives the value, unless there is one.
  ///
  /// - Returns: Whether this value is the one.
  @discardableResult
  package func fulfil(_ value: Value) -> Bool {
    let (isFirst, waiter) = state.withLock {
      state -> (Bool, UnsafeContinuation<Value, Never>?) in
      switch state {
      case .empty:
        state = .full(value)
        return (true, nil)
      case .awaited(let continuation):
        state = .taken
        return (true, continuation)
      case .full, .taken:
        return (false, nil)
      }
    }
    waiter?.resume(returning: value)
    return isFirst
  }

  /// Waits for the value; to be asked once.
  package var value: Value {
    get async {
      await withUnsafeContinuation { continuation in
        let value = state.withLock { state -> Value? in
          if case .full(let value) = state {
            state = .taken
            return value
          }
          state = .awaited(continuation)
          return nil
        }
        if let value { continuation.resume(returning: value) }
      }
    }
  }
}
