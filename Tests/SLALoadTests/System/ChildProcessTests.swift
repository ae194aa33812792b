// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import SLALoad

@Suite struct ChildProcessTests {
  /// Its number may be another's.
  @Test func whatSomebodyElseReapedIsNotEnded() throws {
    let program = try Process.run(URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", "exit 0"])
    program.waitUntilExit()
    let request = ProgramRequest("sh", path: "/bin/sh", arguments: ["sh"], timeout: 1)
    let child = ChildProcess(program.processIdentifier, start: 0, request, outputs: [])
    child.end(.timeout)
    #expect(child.finish(isReaped: true).cause == nil)
  }
}
