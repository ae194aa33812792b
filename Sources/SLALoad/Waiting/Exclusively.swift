// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Runs work that nothing else shall run beside that asks for the same: in this process, and in others of this user.
///
/// ```swift
/// func testHealth() async throws {
///   let report = try await exclusively {
///     try await LoadTest("GET /health", .sequential(50)) { _ in try await self.api.health() }.run()
///   }
///   XCTAssertSLA(report, .p95 <= .milliseconds(200))
/// }
/// ```
///
/// The same as the trait `.exclusive`, for XCTest, whose tests run in a process each under
/// `swift test --parallel`, and for code without traits. What does not ask runs beside it nevertheless. Within such
/// work another call runs at once; not so in a detached task, which waits for the end of the first.
///
/// Waiting holds no thread, and has no limit of its own: give tests one. The order is that of coming within a process;
/// between processes there is none. The lock is a file in the directory for temporary files (`TMPDIR`).
///
/// - Parameter work: The work, on the caller's actor.
/// - Returns: What the work returns.
/// - Throws: What the work throws; ``FileLockError`` if the file can be neither opened nor locked;
///   `CancellationError` if the task was cancelled while it waited.
/// - Complexity: Two calls of the system for a lock that is free.
public func exclusively<Result>(
  _ work: @concurrent () async throws -> Result
) async throws -> Result {
  try await ExclusiveLock.shared.run(work)
}
