// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The command line of the recipe service.
@main
enum RecipeCommand {
  static func main() {
    do {
      print(try answer(Array(CommandLine.arguments.dropFirst())))
    } catch {
      try? FileHandle.standardError.write(contentsOf: Data("recipectl: \(error)\n".utf8))
      exit((error as? CommandFailure)?.status ?? 1)
    }
  }

  /// What a command line asks for.
  private static func answer(_ arguments: [String]) throws -> String {
    guard let name = arguments.first else { return Usage.text }
    var options = Array(arguments.dropFirst())
    if let text = Usage.answers[name] {
      guard options.isEmpty else { throw CommandFailure.surplus(options, "recipectl \(name)") }
      return text
    }
    guard let usage = Usage.commands[name] else {
      let known = Usage.commands.keys.sorted().joined(separator: ", ")
      throw CommandFailure.usage("there is no command \"\(name)\"; there are \(known)")
    }
    guard !options.contains("--help") else { return "usage: recipectl \(usage)" }
    func last(_ meaning: String) throws -> String {
      guard let value = options.first else {
        throw CommandFailure.usage("\(meaning) is missing; usage: recipectl \(usage)")
      }
      guard options.count == 1 else {
        throw CommandFailure.surplus(Array(options.dropFirst()), "recipectl \(usage)")
      }
      return value
    }
    let state = try LocalState(path: LocalState.path(ProcessInfo.processInfo.environment))
    let actions = Actions(state: state, service: try Service(ProcessInfo.processInfo.environment))
    switch name {
    case "run": return try actions.run(try last("the text"))
    case "status": return try actions.status(ofRun: try number(try last("the number of the run")))
    case "logs": return try actions.logs(ofRun: try number(try last("the number of the run")))
    case "retry": return try actions.retry(try number(try last("the number of the run")))
    default:
      guard !options.isEmpty else { return try actions.cost(days: 30) }
      guard options.removeFirst() == "--days" else {
        throw CommandFailure.usage("usage: recipectl \(usage)")
      }
      return try actions.cost(days: try number(try last("the number of days")))
    }
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else {
      throw CommandFailure.usage("a whole number above 0 is needed (was \"\(text)\")")
    }
    return number
  }
}

/// Why a command gives no answer, with the exit status that says so.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  let status: Int32

  // Of sysexits.h.
  static func usage(_ text: String) -> CommandFailure { .init(description: text, status: 64) }
  static func surplus(_ arguments: [String], _ usage: String) -> CommandFailure {
    .usage("\"\(arguments.joined(separator: " "))\" is too much; usage: \(usage)")
  }
  static func noInput(_ text: String) -> CommandFailure { .init(description: text, status: 66) }
  static func unavailable(_ text: String) -> CommandFailure {
    .init(description: text, status: 69)
  }
}
