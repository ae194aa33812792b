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
/// without tests; a test case that overrides `recordFailure` can do so too. A failure that is not
/// heard is printed, and the process then exits with 1.
final class HeardFailures: NSObject, XCTestObservation, Sendable {
  private let count = Atomic<Int>(0)
  private let hasLost = Atomic<Bool>(false)

  private static let shared: HeardFailures = {
    let observer = HeardFailures()
    XCTestObservationCenter.shared.addTestObserver(observer)
    // `_exit` leaves out the handlers that were registered before this one: hence as early as the
    // first expectation. An exit code cannot be changed by other means once the process exits.
    atexit {
      guard HeardFailures.shared.hasLost.load(ordering: .acquiring) else { return }
      fflush(nil)
      _exit(1)
    }
    return observer
  }()

  /// Begins to count; later calls do nothing.
  static func prepare() { _ = shared }

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
    let text = "\(message)\n\nXCTest counted no failure for this: the run exits with 1.\n"
    FileHandle.standardError.write(Data(text.utf8))
    shared.hasLost.store(true, ordering: .releasing)
  }
}
#endif
