// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting

/// The server that clients are compared on, in a process of its own.
final class Service: Sendable {
  /// Where it is, with the path to ask for: `http://127.0.0.1:8080/health`.
  let url: URL
  private let process: Process?
  /// Its input, whose end ends the server.
  private let input = Pipe()

  /// The server of the address that was given, or one that is started.
  static let shared = Service(ProcessInfo.processInfo.environment["SLA_HTTP"])

  private init(_ address: String?) {
    if let address {
      guard let url = URL(string: address), url.scheme == "http" else {
        fatalError(
          "SLA_HTTP must be an address like http://127.0.0.1:8080/health (was \"\(address)\")"
        )
      }
      (self.url, process) = (url, nil)
      return
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent()
      .appending(path: "loopback-service")
    process.standardInput = input
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      fatalError("loopback-service does not start: \(error)")
    }
    let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard
      let url = URL(
        string: "http://127.0.0.1:\(port.trimmingCharacters(in: .whitespacesAndNewlines))/health"
      )
    else { fatalError("loopback-service has no port") }
    (self.url, self.process) = (url, process)
  }

  /// The path to ask for.
  var path: String { url.path.isEmpty ? "/" : url.path }

  /// The server as a target of loads.
  func target() throws -> HTTPTarget {
    try HTTPTarget("http://\(url.host ?? ""):\(url.port ?? 80)")
  }
}
