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

/// The system has no thread left to give.
public struct ThreadsExhausted: Error, Hashable, CustomStringConvertible {
  /// The code of the system, such as `EAGAIN`.
  public let code: Int32

  /// What to do about it.
  public var description: String {
    """
    the system gave no further thread (code \(code)); ask for fewer users at once, \
    or raise the limit of processes (ulimit -u)
    """
  }
}

/// A thread of the system's, apart from those on which Swift runs its tasks.
enum SystemThread {
  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// Starts a thread, which ends when the body returns.
  ///
  /// - Parameter body: What the thread does.
  /// - Throws: If the system has none left; the body does not run then.
  static func start(_ body: @escaping @Sendable () -> Void) throws(ThreadsExhausted) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let body = Unmanaged.passRetained(Body(body))
    let code = create(&attributes, body.toOpaque())
    guard code == 0 else {
      body.release()
      throw ThreadsExhausted(code: code)
    }
  }

  private static func create(
    _ attributes: inout pthread_attr_t,
    _ body: UnsafeMutableRawPointer
  ) -> Int32 {
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    return pthread_create(&thread, &attributes, { SystemThread.run($0) }, body)
  }

  /// What a thread begins with; the body is there, but an optional on Linux.
  private static func run(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let body else { return nil }
    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }

  /// Does something that may never return: on a thread that can be lost, or on this one if there is no other.
  static func risk(_ body: @escaping @Sendable () -> Void) {
    do {
      try start(body)
    } catch {
      body()
    }
  }

  /// Lets other threads run first.
  static func yield() { sched_yield() }

  /// Sleeps until a time of the monotonic clock, to within some 50 µs.
  ///
  /// - Parameter deadline: In nanoseconds; one that has passed does not sleep.
  static func sleep(until deadline: Int64) {
    #if canImport(Darwin)
    let rest = deadline - Int64(clamping: clock_gettime_nsec_np(CLOCK_UPTIME_RAW))
    guard rest > 0 else { return }
    var time = timespec(nanoseconds: rest)
    nanosleep(&time, nil)
    #else
    var time = timespec(nanoseconds: max(deadline, 0))
    while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
    #endif
  }

  /// Sleeps until a time of the monotonic clock, or until it shall stop.
  static func sleep(until deadline: Int64, unless isStopped: () -> Bool) {
    var now = TimeSource.monotonic.nanoseconds()
    while now < deadline, !isStopped() {
      sleep(until: min(deadline, now + 50_000_000))
      now = TimeSource.monotonic.nanoseconds()
    }
  }

  /// Asks for timers of this thread that are as exact as can be: Linux delays them by up to 50 µs.
  static func sleepPrecisely() {
    #if os(Linux)
    // Swift does not import a function with a variable number of arguments; this one is found by name.
    typealias Control = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
    guard let symbol = dlsym(nil, "prctl") else { return }
    let timerSlack: Int32 = 29  // PR_SET_TIMERSLACK
    _ = unsafeBitCast(symbol, to: Control.self)(timerSlack, 1, 0, 0, 0)
    #endif
  }
}
