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

/// Which task is running, as a number that no other task has at the same time.
enum CurrentTask {
  typealias Lookup = @convention(c) () -> UInt

  /// The function of the Swift runtime by which compiled code finds its task.
  ///
  /// `withUnsafeCurrentTask` gives the same, but takes 29 ns where two readings of the clock take 40. Looked up by
  /// name, since Swift code must not declare it; where that fails, as in a program that is linked
  /// statically, the slow way is left.
  static let lookup: Lookup? = {
    // The default handle: all libraries of the process.
    #if canImport(Darwin)
    let handle = UnsafeMutableRawPointer(bitPattern: -2)
    #else
    let handle: UnsafeMutableRawPointer? = nil
    #endif
    return dlsym(handle, "swift_task_getCurrent").map { unsafeBitCast($0, to: Lookup.self) }
  }()

  /// The number of the running task, or 0 outside of tasks.
  @inline(__always)
  static var number: UInt { number(by: lookup) }

  /// The number of the running task, by ``lookup``.
  @inline(__always)
  static func number(by lookup: Lookup?) -> UInt {
    if let lookup { return lookup() }
    return slowNumber
  }

  /// The same without the function of the runtime.
  @inline(never)
  static var slowNumber: UInt {
    withUnsafeCurrentTask { task in
      guard let task else { return 0 }
      return unsafeBitCast(task, to: UInt.self)
    }
  }
}
