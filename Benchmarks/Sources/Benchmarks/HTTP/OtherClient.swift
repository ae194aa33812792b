// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A client that is installed on this machine, or not.
enum OtherClient {
  private static func path(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/", "/usr/sbin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static var hasWrk: Bool { path("wrk") != nil }
  static var hasAb: Bool { path("ab") != nil }

  /// The nanoseconds for each request of wrk, for half a second.
  static func wrk(_ url: URL, connections: Int) -> Double {
    let text = run("wrk", ["-t1", "-c\(connections)", "-d1s", url.absoluteString])
    return number(in: text, after: "Requests/sec:").map { 1e9 / $0 } ?? .nan
  }

  /// What ab measures of requests on connections that are kept, in nanoseconds.
  static func ab(_ url: URL, connections: Int, requests: Int) -> (each: Double, p50: Double) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = run(
      "ab",
      [
        "-q", "-k", "-c", "\(connections)", "-n", "\(requests)", "-e", file.path,
        url.absoluteString,
      ]
    )
    let each = number(in: text, after: "Requests per second:").map { 1e9 / $0 } ?? .nan
    let table = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return (each, number(in: table, after: "\n50,").map { $0 * 1e6 } ?? .nan)
  }

  private static func number(in text: String, after label: String) -> Double? {
    guard let place = text.range(of: label) else { return nil }
    let rest = text[place.upperBound...].drop { $0 == " " }
    return Double(rest.prefix { $0.isNumber || $0 == "." })
  }

  private static func run(_ name: String, _ arguments: [String]) -> String {
    guard let path = path(name) else { return "" }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
