// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import XCTest

/// The one place that decides where a failure goes.
///
/// Up to Swift 6.3 an issue recorded in an XCTest test is dropped without a word, and so is an
/// `XCTFail` in a Swift Testing test: both tests pass. So the process decides. `swift test` runs
/// each library in a process of its own and names Swift Testing on the command line of that one;
/// where one process serves both, as in Xcode, `Test.current` tells them apart, and an issue is
/// recorded besides in case that a detached task of a Swift Testing test reports.
enum IssueReporter {
  enum Severity {
    case warning
    case failure
  }

  /// Reports to whichever library runs the test, from any task or thread of it.
  static func report(_ message: String, _ severity: Severity, at site: CallSite) {
    if isXCTestProcess {
      switch severity {
      case .failure: fail(message, at: site)
      case .warning: print("\(site.filePath):\(site.line): warning: \(message)")
      }
    }
    let location = SourceLocation(
      fileID: "\(site.fileID)",
      filePath: "\(site.filePath)",
      line: Int(site.line),
      column: Int(site.column)
    )
    record(message, severity, at: location)
  }

  /// Reports to Swift Testing, which knows warnings from Swift 6.3 on; before, they are printed.
  static func record(_ message: String, _ severity: Severity, at location: SourceLocation) {
    let comment = Comment(rawValue: message)
    #if compiler(>=6.3)
    let severity: Issue.Severity = severity == .warning ? .warning : .error
    Issue.record(comment, severity: severity, sourceLocation: location)
    #else
    switch severity {
    case .failure: Issue.record(comment, sourceLocation: location)
    // In a process of XCTest it has been printed.
    case .warning where isXCTestProcess: break
    case .warning: print("\(location.fileID):\(location.line): warning: \(message)")
    }
    #endif
  }

  /// What `swift test --filter` finds a test by, as it is typed in a shell: `'Module.Suite/name\('`.
  ///
  /// With the parenthesis, so that no test whose name begins like this one runs beside it. A name in
  /// backticks is left to its module, for it could hold anything.
  static func filter(of test: Test) -> String {
    let name = String("\(test.id)".prefix { $0 != "(" })
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "_./".contains($0) }
    return isPlain ? "'\(name)\\('" : test.sourceLocation.moduleName
  }

  /// Makes ready to see whether XCTest takes note of failures.
  static func prepare() {
    #if !canImport(Darwin)
    if isXCTestProcess { HeardFailures.prepare() }
    #endif
  }

  private static func fail(_ message: String, at site: CallSite) {
    #if canImport(Darwin)
    XCTFail(message, file: site.filePath, line: site.line)
    #else
    HeardFailures.ensure("\(site.filePath):\(site.line): error: \(message)") {
      XCTFail(message, file: site.filePath, line: site.line)
    }
    #endif
  }

  private static var isXCTestProcess: Bool {
    Test.current == nil && !isSwiftTestingProcess && !issuesReachXCTest
  }

  private static let isSwiftTestingProcess: Bool = {
    let arguments = CommandLine.arguments
    if let option = arguments.firstIndex(of: "--testing-library") {
      return arguments.dropFirst(option + 1).first == "swift-testing"
    }
    return arguments.contains("--testing-library=swift-testing")
      || arguments.first?.hasSuffix("swiftpm-testing-helper") == true
  }()

  /// Whether a recorded issue fails an XCTest test by itself.
  ///
  /// It does from Swift 6.4 on, unless that is turned off. There an `XCTFail` in a Swift Testing
  /// test warns, or traps in strict mode. Source:
  /// https://github.com/swiftlang/swift-evolution/blob/main/proposals/testing/0021-targeted-interoperability-swift-testing-and-xctest.md
  private static let issuesReachXCTest: Bool = {
    #if compiler(>=6.4)
    let mode = ProcessInfo.processInfo.environment["SWIFT_TESTING_XCTEST_INTEROP_MODE"]
    return mode?.lowercased() != "none"
    #else
    return false
    #endif
  }()
}
