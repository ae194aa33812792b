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
  /// The program as it was given, or the name of a script.
  private var command: String {
    if case .program(let command, _) = work { command } else { name }
  }

  /// What the system is to run, found in the directory of products and in `PATH`.
  ///
  /// - Throws: If there is no such program, it cannot be run, a text has a NUL in it, or a variable no name.
  func request() throws(CommandError) -> ProgramRequest {
    let names = options.environment.keys.sorted()
    if let wrong = names.first(where: { $0.isEmpty || $0.utf8.contains(UInt8(ascii: "=")) }) {
      throw CommandError(.wrongVariable, command, path: wrong)
    }
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
    try requireWhole(request)
    return request
  }

  /// Refuses texts that C would see the beginning of only.
  private func requireWhole(_ request: ProgramRequest) throws(CommandError) {
    var file: String?
    if case .file(let path) = request.input { file = path }
    let texts: [(String, [String])] = [
      ("an argument", [request.path] + request.arguments),
      ("the environment", request.environment.flatMap { [$0, $1] }),
      ("the working directory", [request.directory].compactMap(\.self)),
      ("the path of its input", [file].compactMap(\.self)),
    ]
    for (name, values) in texts where values.contains(where: { $0.utf8.contains(0) }) {
      throw CommandError(.hasNUL, request.command, path: name)
    }
  }
}
