// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A value behind a lock, for whose changes threads can wait.
///
/// A lock of POSIX with its condition, for nothing in the standard library lets a thread wait.
final class Awaited<State>: @unchecked Sendable {
  // Unchecked: the state is read and written between locking and unlocking the mutex only, and neither
  // pointer changes.
  private var state: State
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ state: sending State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    #if canImport(Darwin)
    pthread_cond_init(changed, nil)
    #else
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // Deadlines are those of the clock that ``TimeSource`` reads.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Changes the state, and wakes the threads that wait for a change.
  func change<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }
    return try body(&state)
  }

  /// Waits until the state gives a value.
  ///
  /// - Parameters:
  ///   - deadline: Until when at most, in nanoseconds of the monotonic clock, as the state has it; for ever
  ///     if it is `nil`.
  ///   - body: What takes the value from the state; asked at first, and after each change.
  /// - Returns: The value, or `nil` if there was none in time.
  func wait<Value>(
    until deadline: (State) -> Int64? = { _ in nil },
    _ body: (inout State) -> Value?
  ) -> Value? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let value = body(&state) { return value }
      guard let end = deadline(state) else {
        pthread_cond_wait(changed, mutex)
        continue
      }
      let rest = end.saturatingSubtract(TimeSource.monotonic.nanoseconds())
      guard rest > 0 else { return nil }
      wait(until: end, rest: rest)
    }
  }

  private func wait(until end: Int64, rest: Int64) {
    #if canImport(Darwin)
    var time = timespec(nanoseconds: rest)
    pthread_cond_timedwait_relative_np(changed, mutex, &time)
    #else
    var time = timespec(nanoseconds: end)
    pthread_cond_timedwait(changed, mutex, &time)
    #endif
  }
}

extension timespec {
  /// A time of so many nanoseconds.
  init(nanoseconds: Int64) {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    self.init(tv_sec: time_t(seconds), tv_nsec: Int(rest))
  }
}
