// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `swift test` of a user's package does and exits with, where the environment says how tests run.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RunModeExitCodeTests {
  private func run(
    _ filter: String,
    _ environment: [String: String],
    options: [String] = []
  ) async throws -> ConsumerPackage.Run {
    try await ConsumerPackage.shared.value
      .test(filter, environment: environment, options: options)
  }

  @Test func offSkipsTestsWithTraitsVisibly() async throws {
    let run = try await run("ConsumerTests.ModeFixtures", ["SLA_MODE": "off"])
    #expect(run.status == 0, "\(run.output)")
    for test in ["loadedBody", "bodyWithAnSLA", "bodyInASuite"] {
      let line = run.output.split(separator: "\n").first { $0.contains("\(test)() skipped") }
      #expect(line?.contains("SLA_MODE=off: nothing is run") == true, "\(test): \(run.output)")
      #expect(!run.output.contains("body of \(test)"), "\(run.output)")
    }
    #expect(run.output.contains("load: 0 users, 0 requests, warnings: [SLA_MODE=off:"))
    #expect(!run.output.contains("operation of loadInTheBody"), "\(run.output)")
  }

  @Test func offRunsNoLoadOfXCTest() async throws {
    let run = try await run("XCTestModeFixtures", ["SLA_MODE": "off"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("load: 0 users, 0 requests, warnings: [SLA_MODE=off:"))
    #expect(!run.output.contains("operation of testLoad"), "\(run.output)")
  }

  @Test func smokeRunsEachOperationOnceAndSaysSo() async throws {
    let run = try await run("ModeFixtures", ["SLA_MODE": "smoke"])
    #expect(run.status == 0, "\(run.output)")
    for operation in [
      "body of loadedBody", "body of bodyWithAnSLA", "body of bodyInASuite",
      "operation of loadInTheBody", "operation of testLoad",
    ] {
      #expect(run.output.ranges(of: operation).count == 1, "\(operation): \(run.output)")
    }
    #expect(run.output.contains("Warning: SLA_MODE=smoke: each operation ran once"))
  }

  @Test func scaleIsSaid() async throws {
    let run = try await run("ModeFixtures/loadedBody", ["SLA_SCALE": "0.25"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.ranges(of: "body of loadedBody").count == 10, "\(run.output)")
    #expect(run.output.contains("Warning: SLA_SCALE=0.25: the load was shortened"))
  }

  @Test(arguments: ["ModeFixtures/loadedBody", "ModeFixtures/loadInTheBody", "XCTestModeFixtures"])
  func valueThatIsNoneFailsAndSaysWhatIs(test: String) async throws {
    let run = try await run(test, ["SLA_MODE": "fast"])
    #expect(run.status == 1, "\(run.output)")
    let message = "SLA_MODE is \"fast\"; set it to full, smoke or off, or not at all"
    #expect(run.output.contains(message), "\(run.output)")
  }

  @Test func exclusiveTestsOfSeveralProcessesDoNotOverlap() async throws {
    let log = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).log")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let run = try await run(
      "ExclusiveFixtures",
      ["EXCLUSIVE_FIXTURES_LOG": log.path(percentEncoded: false)],
      options: ["--parallel", "--num-workers", "4"]
    )
    #expect(run.status == 0, "\(run.output)")
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 8, "\(lines)")
    for pair in stride(from: 0, to: lines.count - 1, by: 2) {
      let process = lines[pair].dropFirst("begin ".count)
      #expect(lines[pair] == "begin \(process)" && lines[pair + 1] == "end \(process)", "\(lines)")
    }
    #expect(Set(lines.map { $0.split(separator: " ").last }).count == 4, "\(lines)")
  }

  @Test func lockThatCannotBeHadFailsTheTest() async throws {
    // A directory in the place of the file, which also root cannot open.
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let file = directory.appending(path: "swift-sla-testing-\(getuid()).lock")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let environment = ["TMPDIR": directory.path(percentEncoded: false)]
    let run = try await run("ExclusiveTraitFixtures", environment)
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("of exclusive tests cannot be opened"), "\(run.output)")
  }
}
