// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Threads whose end can be waited for.
///
/// Foundation's `Thread` does not say whether the system had a thread to give.
enum ServiceThread {
  /// In bytes; enough for JSON at its deepest nesting, small enough for a thousand threads.
  static let stackBytes = 512 * 1024

  /// What a thread is told when it begins.
  private final class Work {
    let name: String
    let group: DispatchGroup
    let body: @Sendable () -> Void

    init(name: String, group: DispatchGroup, body: @escaping @Sendable () -> Void) {
      self.name = name
      self.group = group
      self.body = body
    }

    func run() {
      ServiceThread.nameThis(name)
      body()
    }
  }

  /// Starts a thread that belongs to the group until its body has returned.
  ///
  /// - Throws: ``ServiceError`` when the system has no thread left; the body does not run then.
  static func start(
    _ name: String,
    in group: DispatchGroup,
    stackBytes: Int = stackBytes,
    body: @escaping @Sendable () -> Void
  ) throws(ServiceError) {
    // On Linux `pthread_attr_t()` is Glibc's or Dispatch's, whichever module is loaded first.
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    // The group tells when a thread has ended; nobody joins it.
    pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(attributes, stackBytes)
    let work = Unmanaged.passRetained(Work(name: name, group: group, body: body))
    group.enter()
    let code = create(attributes, work.toOpaque())
    guard code == 0 else {
      work.release()
      group.leave()
      throw ServiceError(
        "cannot start a thread: \(String(cString: strerror(code))); close other programs"
      )
    }
  }

  /// Runs one piece of a long-lived thread's work, and frees what it autoreleased.
  static func piece<Result>(_ body: () -> Result) -> Result {
    #if canImport(ObjectiveC)
    return autoreleasepool(invoking: body)
    #else
    return body()
    #endif
  }

  // MARK: System

  private static func create(
    _ attributes: UnsafePointer<pthread_attr_t>,
    _ context: UnsafeMutableRawPointer
  ) -> Int32 {
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    return pthread_create(&thread, attributes, { ServiceThread.run($0) }, context)
  }

  /// What a thread begins with; the context is there, but an optional on Linux.
  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
    let group = work.group
    piece(work.run)
    group.leave()
    return nil
  }

  /// Names the calling thread for debuggers, where Swift sees the call: Glibc hides it.
  private static func nameThis(_ name: String) {
    #if canImport(Darwin)
    pthread_setname_np(name)
    #endif
  }
}
