// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import XCTest

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The built executable, from its first line to its end.
final class RecipeServiceCommandTests: XCTestCase {
  func testServesUntilASignalAndLeavesNothing() throws {
    for signal in [SIGTERM, SIGINT, SIGHUP] {
      let folder = try temporaryFolder()
      let (process, output) = try start(["--port", "0"], folder: folder)
      let prefix = "recipe-service listening on http://127.0.0.1:"
      let line = try XCTUnwrap(line(from: output))
      XCTAssert(line.hasPrefix(prefix), line)
      var client = try RawClient(port: try XCTUnwrap(UInt16(line.dropFirst(prefix.count))))
      defer { client.close() }
      client.send(ServiceCase.request("GET", "/health"))
      XCTAssertEqual(try client.response()?.status, 200)
      #if os(Linux)
      // Elsewhere the folder for temporary files may be the user's all the same.
      XCTAssertEqual(try contents(of: folder).count, 1)
      #endif
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      XCTAssertEqual(process.terminationReason, .exit, "signal \(signal)")
      XCTAssertEqual(process.terminationStatus, 0, "signal \(signal)")
      XCTAssertEqual(try contents(of: folder), [])
      XCTAssertNil(try client.response())
    }
  }

  func testSaysWhatIsWrong() throws {
    let table: [(arguments: [String], status: Int32, text: String)] = [
      (["--prot"], 64, "recipe-service: unknown option --prot; "),
      (["--port", "0", "--database", ":memory:"], 1, "(was \":memory:\")"),
      (["--port", "0", "--database", "/nowhere/at/all"], 1, "cannot open the database /nowhere/"),
      (["--help"], 0, "usage: recipe-service"),
    ]
    for (arguments, status, text) in table {
      let (process, output) = try start(arguments, folder: try temporaryFolder())
      let all = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      XCTAssertEqual(process.terminationStatus, status, "\(arguments): \(all)")
      XCTAssert(all.contains(text), "\(arguments): \(all)")
    }
  }

  /// Starts the executable beside the test bundle; it is killed should it hang.
  ///
  /// - Throws: What `Process` throws.
  private func start(
    _ arguments: [String],
    folder: URL
  ) throws -> (process: Process, output: FileHandle) {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    let process = Process()
    process.executableURL = products.appendingPathComponent("recipe-service")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path]) {
      $1
    }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let identifier = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) {
      if process.isRunning { kill(identifier, SIGKILL) }
    }
    addTeardownBlock {
      if process.isRunning { kill(identifier, SIGKILL) }
      process.waitUntilExit()
    }
    return (process, pipe.fileHandleForReading)
  }

  /// Reads up to the first line end; nil at the end of the output.
  private func line(from output: FileHandle) -> String? {
    var bytes = Data()
    while bytes.last != UInt8(ascii: "\n") {
      guard let byte = try? output.read(upToCount: 1), !byte.isEmpty else { return nil }
      bytes += byte
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("recipe-command-tests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try FileManager.default.removeItem(at: folder) }
    return folder
  }

  private func contents(of folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}
