// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// The shell by which a script is run.
enum Shell {
  static let path = "/bin/sh"

  /// The arguments by which it runs a script.
  static func arguments(_ script: String) -> [String] { ["sh", "-c", script] }
}

extension CommandTest.Work {
  /// Whether a shell runs it.
  var isShell: Bool { if case .shell = self { true } else { false } }
}

extension CommandTest {
  /// What the system is to run, found in the directory of products and in `PATH`.
  ///
  /// - Throws: If there is no such program, or it cannot be run.
  func request() throws(CommandError) -> ProgramRequest {
    var environment = StandardError.variables
    for (name, value) in options.environment { environment[name] = value }
    let limit = options.timeout.wholeNanoseconds
    var request: ProgramRequest
    switch work {
    case .program(let command, let arguments):
      let path = try ProgramSearch.path(of: command, searchPath: environment["PATH"] ?? "")
      request = .init(command, path: path, arguments: [command] + arguments, timeout: limit)
    case .shell(let script):
      request = .init(
        name,
        path: Shell.path,
        arguments: Shell.arguments(script),
        timeout: limit
      )
    }
    request.environment = environment
    request.directory = options.directory
    request.input = options.input
    return request
  }
}
