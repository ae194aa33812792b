// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation

/// Threads whose end can be waited for.
enum ServiceThread {
  /// In bytes; enough for JSON at its deepest nesting, small enough for a thousand threads.
  private static let stackSize = 512 * 1024

  /// Starts a thread that belongs to the group until its body returns.
  static func start(_ name: String, in group: DispatchGroup, body: @escaping @Sendable () -> Void) {
    group.enter()
    let thread = Thread {
      body()
      group.leave()
    }
    thread.name = name
    thread.stackSize = stackSize
    thread.start()
  }

  /// Runs one piece of a long-lived thread's work, and frees what it autoreleased.
  static func piece<Result>(_ body: () -> Result) -> Result {
    #if canImport(ObjectiveC)
    return autoreleasepool(invoking: body)
    #else
    return body()
    #endif
  }
}
