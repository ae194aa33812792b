// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting
import Testing
import XCTest

/// Tests that write when they begin and end, which `--parallel` runs in a process each.
final class ExclusiveFixtures: XCTestCase {
  private func workAlone() async throws {
    try await exclusively {
      try note("begin")
      try await Task.sleep(for: .milliseconds(100))
      try note("end")
    }
  }

  /// Appends a line with the process to the file that the environment names.
  private func note(_ event: String) throws {
    let path = try XCTUnwrap(ProcessInfo.processInfo.environment["EXCLUSIVE_FIXTURES_LOG"])
    let file = try XCTUnwrap(FileHandle(forUpdatingAtPath: path))
    defer { file.closeFile() }
    file.seekToEndOfFile()
    file.write(Data("\(event) \(ProcessInfo.processInfo.processIdentifier)\n".utf8))
  }

  func testOne() async throws { try await workAlone() }
  func testTwo() async throws { try await workAlone() }
  func testThree() async throws { try await workAlone() }
  func testFour() async throws { try await workAlone() }
}

@Suite struct ExclusiveTraitFixtures {
  @Test(.exclusive) func aloneInItsProcess() {}
}
