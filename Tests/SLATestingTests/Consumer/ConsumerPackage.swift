// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A package that depends on this one as a user's does, built and run by `swift test`.
///
/// It has the files of `Fixtures/` and the code blocks of the README as test targets, and is kept
/// below `.build`, so that a second run builds only what changed.
struct ConsumerPackage: Sendable {
  struct Run: Sendable {
    /// The exit code of `swift test`.
    let status: Int32
    /// Standard output and error.
    let output: String
  }

  /// The package, built; every test that asks waits for the same build.
  static let shared = Task { try await ConsumerPackage.build() }

  private static let fixtures = "Tests/SLATestingTests/Fixtures"

  private static let path = ".build/consumer-package"

  private let directory = Repository.root.appending(path: path)

  /// Runs the tests that a filter names.
  ///
  /// - Parameters:
  ///   - filter: Which.
  ///   - command: What runs `swift`, as `taskset -c 0`; nothing else unless given.
  ///   - environment: Variables of the run beside those of this process, without its `SLA_MODE` and `SLA_SCALE`.
  ///   - options: Further options of `swift test`.
  /// - Returns: The exit code and what was said.
  /// - Throws: If the command cannot be run.
  func test(
    _ filter: String,
    by command: [String] = [],
    environment: [String: String] = [:],
    options: [String] = []
  ) async throws -> Run {
    let test = ["swift", "test", "--skip-build", "--filter", filter]
    return try await run(command + test + options, environment)
  }

  private static func build() async throws -> ConsumerPackage {
    let package = ConsumerPackage()
    try package.writeSources()
    let build = try await package.run(["swift", "build", "--build-tests"])
    guard build.status == 0 else { throw BuildFailure(output: build.output) }
    return package
  }

  struct BuildFailure: Error, CustomStringConvertible {
    let output: String
    var description: String { "the consumer package does not build:\n\(output)" }
  }

  /// The sources by their path in the package.
  private func sources() throws -> [String: String] {
    var files = ["Package.swift": manifest]
    for path in try Repository.swiftFiles(below: Self.fixtures) {
      let name = String(path.split(separator: "/").last ?? "")
      files["Tests/ConsumerTests/\(name)"] = try Repository.text(path)
    }
    // The README shows the same tests as the design's call sites, and call sites must compile in
    // every language mode: targets of their own.
    for target in ["ReadmeTests", "Swift5Tests", "NonsendingTests"] {
      files["Tests/\(target)/Service.swift"] = files["Tests/ConsumerTests/Service.swift"]
    }
    for target in ["Swift5Tests", "NonsendingTests"] {
      files["Tests/\(target)/CallSites.swift"] = files["Tests/ConsumerTests/CallSites.swift"]
    }
    for (index, block) in try Readme().swiftBlocks.enumerated() {
      files["Tests/ReadmeTests/Readme\(index).swift"] = block.asFile(number: index)
    }
    return files
  }

  private func writeSources() throws {
    let files = try sources()
    let stale = (try? Repository.swiftFiles(below: "\(Self.path)/Tests")) ?? []
    for path in stale where files[String(path.dropFirst(Self.path.count + 1))] == nil {
      try FileManager.default.removeItem(at: Repository.root.appending(path: path))
    }
    for (path, text) in files {
      let url = directory.appending(path: path)
      // A file that did not change keeps its date, and is not compiled again.
      guard (try? String(contentsOf: url, encoding: .utf8)) != text else { continue }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let sla: Target.Dependency = .product(name: "SLATesting", package: "swift-sla-testing")
    let package = Package(
      name: "consumer",
      platforms: [.macOS(.v15)],
      dependencies: [
        .package(name: "swift-sla-testing", path: "\(Repository.root.path(percentEncoded: false))")
      ],
      targets: [
        .testTarget(name: "ConsumerTests", dependencies: [sla]),
        .testTarget(name: "ReadmeTests", dependencies: [sla]),
        .testTarget(
          name: "Swift5Tests", dependencies: [sla], swiftSettings: [.swiftLanguageMode(.v5)]),
        .testTarget(
          name: "NonsendingTests",
          dependencies: [sla],
          swiftSettings: [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]
        ),
      ]
    )
    """
  }

  private func run(
    _ arguments: [String],
    _ environment: [String: String] = [:]
  ) async throws -> Run {
    let log = directory.appending(path: "\(UUID().uuidString).log")
    // A file rather than a pipe: output that nobody reads must not stop the child.
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let handle = try FileHandle(forWritingTo: log)
    defer { try? handle.close() }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let inherited = ProcessInfo.processInfo.environment
      .filter { !["SLA_MODE", "SLA_SCALE"].contains($0.key) }
    process.environment = inherited.merging(environment) { _, own in own }
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        continuation.resume(throwing: error)
      }
    }
    return Run(status: status, output: try String(contentsOf: log, encoding: .utf8))
  }
}
