// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What can be asked for.
enum Usage {
  static let version = "1.0.0"

  /// The commands with their arguments, by name.
  static let commands = [
    "run": "run TEXT            has a text counted, and keeps its number",
    "status": "status RUN          says how far a run is",
    "logs": "logs RUN            says what happened to a run",
    "cost": "cost [--days N]     says what the last days cost; kept for a minute (30)",
    "retry": "retry RUN           makes a run once more",
  ]

  /// What is answered without doing anything, by name.
  static var answers: [String: String] {
    let answer = "recipectl \(version)"
    return [
      "help": text, "--help": text, "-h": text, "version": answer, "--version": answer,
    ]
  }

  static var text: String {
    let lines = commands.values.sorted().map { "  \($0)" }
    return """
      usage: recipectl COMMAND

      \(lines.joined(separator: "\n"))
        help, version

      environment:
        RECIPES_URL       the service (http://127.0.0.1:8080)
        RECIPECTL_STATE   the SQLite file of runs (~/.recipectl.sqlite)
      """
  }
}
