// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLAMetrics
import Testing

@testable import SLALoad

/// What ended already, and what cannot be ended; for the rest see `SystemCommandsTests`.
@Suite struct ChildProcessTests {
  /// Its number may be another's.
  @Test func whatSomebodyElseReapedIsNotEnded() throws {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(":"), nil]
    defer { for argument in arguments { free(argument) } }
    var number = pid_t()
    try #require(posix_spawn(&number, "/bin/sh", nil, nil, &arguments, nil) == 0)
    waitpid(number, nil, 0)
    let request = ProgramRequest("sh", path: "/bin/sh", arguments: ["sh"], timeout: 1)
    let child = ChildProcess(number, start: 0, request, outputs: [])
    child.end(.timeout)
    #expect(child.finish(isReaped: true).cause == nil)
  }

  #if os(Linux)
  /// As under `sudo`, but the other way round: the program stays root's, and this process becomes another user's.
  @Test(.enabled(if: geteuid() == 0)) func whatMayNotBeEndedIsLeftAtItsTimeout() async {
    await #expect(processExitsWith: .success) {
      let name = UUID().uuidString
      let file = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
      let start = ContinuousClock.now
      let task = Task.detached {
        try await CommandTest("sh", ["-c", ": > \(file); exec sleep 20"], runs: 1)
          .timeout(.seconds(2)).run()
      }
      while !FileManager.default.fileExists(atPath: file) { usleep(1_000) }
      try FileManager.default.removeItem(atPath: file)
      guard setuid(65_534) == 0 else { fatalError("still root") }
      let failures = try await task.value.failures
      let reason = "no end within 2 s, and could not be ended: it is another user's"
      guard failures == [FailureKind(.timeout, reason: reason): 1] else {
        fatalError("\(failures)")
      }
      guard start.duration(to: .now) < .seconds(15) else { fatalError("it was waited for") }
      // Another user's process may not look for leaks.
      _exit(0)
    }
  }
  #endif
}
