// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if !canImport(Darwin)
import Foundation
import Synchronization
import XCTest

/// Counts the failures that XCTest takes note of.
///
/// It drops one without a word where no test case runs, as in `class func tearDown` or in a process
/// without tests. A failure that is not heard is printed, and the process then exits with 1.
final class HeardFailures: NSObject, XCTestObservation, Sendable {
  private let count = Atomic<Int>(0)

  private static let shared: HeardFailures = {
    let observer = HeardFailures()
    XCTestObservationCenter.shared.addTestObserver(observer)
    return observer
  }()

  func testCase(
    _ testCase: XCTestCase,
    didFailWithDescription description: String,
    inFile filePath: String?,
    atLine lineNumber: Int
  ) {
    count.wrappingAdd(1, ordering: .relaxed)
  }

  /// Reports a failure, and sees to it that it is not lost.
  ///
  /// - Parameters:
  ///   - message: The message of the failure, with its place.
  ///   - report: What reports it to XCTest.
  static func ensure(_ message: String, _ report: () -> Void) {
    let before = shared.count.load(ordering: .relaxed)
    report()
    guard shared.count.load(ordering: .relaxed) == before else { return }
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exitWithFailure.withLock { isSet in
      guard !isSet else { return }
      isSet = true
      atexit {
        fflush(nil)
        _exit(1)
      }
    }
  }

  private static let exitWithFailure = Guarded(false)
}
#endif
