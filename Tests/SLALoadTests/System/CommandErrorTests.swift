// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

/// What errors say beyond what `SystemCommandsTests` and `ProgramSearchTests` provoke.
@Suite struct CommandErrorTests {
  /// The codes of Linux and Darwin: ENFILE, EMFILE and ENOSPC, against which no other directory helps.
  @Test(arguments: [
    (23, "close some, in this process or in others"),
    (24, "close some, or allow more with ulimit -n"), (28, "make room there"),
    (13, "set TMPDIR to a directory in which that is possible"),
  ])
  func whatHelpsIsSaid(code: Int32, remedy: String) {
    let error = CommandError(.noTemporaryFile, "tool", path: "/tmp", systemCode: code)
    #expect(error.description.hasSuffix("; \(remedy)"))
    let input = CommandError(.noInput, "tool", path: "/dev/null", systemCode: code)
    #expect(input.description.hasSuffix(code == 13 ? "; give one that can" : "; \(remedy)"))
  }
}
