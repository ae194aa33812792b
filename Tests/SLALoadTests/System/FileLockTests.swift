// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import Testing

@Suite final class FileLockTests {
  private let path = FileLock.sharedPath("swift-sla-testing-\(UInt64.random(in: .min ... .max))")

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @Test func oneHasTheLockAtATime() throws {
    let first = try FileLock(path)
    let second = try FileLock(path)
    #expect(try first.take())
    #expect(try !second.take())
    // Who has it may ask again.
    #expect(try first.take())
    first.release()
    #expect(try second.take())
    #expect(try !first.take())
    second.release()
  }

  @Test func lockGoesWithItsHolder() throws {
    func takeAndLeave() throws {
      let first = try FileLock(path)
      #expect(try first.take())
    }
    try takeAndLeave()
    let second = try FileLock(path)
    #expect(try second.take())
  }

  @Test func fileThatCannotBeOpenedIsAnError() {
    let path = "/no such directory/a.lock"
    let error = #expect(throws: FileLockError.self) { _ = try FileLock(path) }
    #expect(error?.code == .cannotOpen && error?.path == path)
    #expect(
      error?.description == """
        the lock file "/no such directory/a.lock" of exclusive tests cannot be opened: No such file or directory; \
        set TMPDIR to a directory of this machine in which files can be made
        """
    )
    // A directory is no file, whoever asks.
    #expect(throws: FileLockError.self) { _ = try FileLock("/") }
  }
}
