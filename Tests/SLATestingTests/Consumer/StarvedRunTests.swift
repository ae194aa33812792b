// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What a test says of a load on a single core that another process uses as well.
@Suite(
  .serialized,
  .timeLimit(.minutes(10)),
  .enabled("needs taskset and /proc/pressure of Linux") { StarvedCore.isPossible }
)
struct StarvedRunTests {
  @Test func shortOperationsBesideASpinnerAreWarnedOf() async throws {
    let run = try await StarvedCore.test("SwiftTestingFixtures/shortOperationsThatCompute")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("is met, with a reservation"), "\(run.output)")
    #expect(run.output.contains("another process had the rest"), "\(run.output)")
    #expect(!run.output.contains("URLSession"), "\(run.output)")
  }

  @Test func arrivalsThatACoreCannotServeAreWarnedOf() async throws {
    let run = try await StarvedCore.test("SwiftTestingFixtures/arrivalsThatComputeMoreThan")
    #expect(run.status == 0, "\(run.output)")
    let isSaid = ["arrivals/s", "starts were late", "for a core", "of its core"]
      .map { run.output.contains($0) }
    // The rate is not reached, or starts are late; and why.
    #expect((isSaid[0] || isSaid[1]) && (isSaid[2] || isSaid[3]), "\(run.output)")
  }
}

/// One core that a process which does nothing but spin has already.
private enum StarvedCore {
  private static let taskset = "/usr/bin/taskset"

  static var isPossible: Bool {
    core != nil && FileManager.default.isExecutableFile(atPath: taskset)
      && FileManager.default.isReadableFile(atPath: "/proc/pressure/cpu")
  }

  /// The first core that this process may use.
  private static var core: Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let list = status?.firstMatch(of: /Cpus_allowed_list:\s*(\d+)/)?.output.1
    return list.flatMap { Int($0) }
  }

  /// Runs tests of the consumer package on the core, beside the spinner.
  static func test(_ filter: String) async throws -> ConsumerPackage.Run {
    let package = try await ConsumerPackage.shared.value
    let onCore = [taskset, "-c", "\(try #require(core))"]
    let isWanted = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: isWanted)
    defer { try? FileManager.default.removeItem(at: isWanted) }
    let spinner = Process()
    spinner.executableURL = URL(filePath: taskset)
    // It ends when its file does, or this process: signals are blocked in what a thread of a pool starts.
    let parent = ProcessInfo.processInfo.processIdentifier
    let loop = "while [ -e '\(isWanted.path())' ] && [ -e /proc/\(parent) ]; do :; done"
    spinner.arguments = onCore.dropFirst() + ["sh", "-c", loop]
    spinner.standardInput = FileHandle.nullDevice
    spinner.standardOutput = FileHandle.nullDevice
    spinner.standardError = FileHandle.nullDevice
    try spinner.run()
    return try await package.test(filter, by: onCore)
  }
}
