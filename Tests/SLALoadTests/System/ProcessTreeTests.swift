// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import SLAMetrics
import Testing

/// What is seen of the memory of programs, and of those that they begin.
@Suite struct ProcessTreeTests {
  private func run(_ path: String, _ arguments: [String]) throws -> ProgramEnding {
    let request = ProgramRequest(
      path,
      path: path,
      arguments: [path] + arguments,
      timeout: Duration.seconds(20).wholeNanoseconds
    )
    return try SystemCommands().run(request, ProgramStop())
  }

  /// The memory is the program's own, though this process has far more, which Linux counts as the child's.
  ///
  /// 1 GB with `SLA_COMMAND_RUNS`, which asks for the long versions.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func memoryIsTheProgramsOwn() throws {
    let isLong = ProcessInfo.processInfo.environment["SLA_COMMAND_RUNS"] != nil
    let bytes = isLong ? 1 << 30 : 256 << 20
    let own = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
    own.initializeMemory(as: UInt8.self, repeating: 1, count: bytes)
    defer { own.deallocate() }
    // A block of 50 MB, which takes some milliseconds to fill.
    let arguments = ["if=/dev/zero", "of=/dev/null", "bs=50000000", "count=200"]
    let ending = try run("/bin/dd", arguments)
    let memory = ending.memory
    let seen = try #require(memory.seen)
    #expect(seen >= .megabytes(45) && seen < .megabytes(80), "\(memory)")
    #expect(memory.bound.bytes >= bytes, "\(memory)")
    // The same by a program that waits for it, which is small itself.
    let wrapped = try run("/usr/bin/timeout", ["9", "/bin/dd"] + arguments).memory
    #expect(try #require(wrapped.seen) >= .megabytes(45), "\(wrapped)")
    // What waited for others, of which none was seen, as one of half a millisecond seldom is: not its own memory.
    let loop = "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done"
    let waiting = ["-c", "\(loop); /bin/true; :"]
    #expect(try (0..<20).contains { _ in try run("/bin/sh", waiting).memory.seen == nil })
    let alone = try run("/bin/sh", ["-c", "\(loop); :"]).memory
    #expect(alone.seen != nil, "\(alone)")
    // Too short to be looked at, or nearly so: nothing is made up.
    let short = try run("/bin/true", []).memory
    #expect(short.seen.map { $0 < .megabytes(10) } ?? true, "\(short)")
  }
}
