// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

@main
struct Main {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.wantsHelp {
        print(Options.usage)
      } else {
        exit(try await run(options))
      }
    } catch {
      FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
      exit(2)
    }
  }

  /// Runs the rows that are asked for, and prints what they cost.
  ///
  /// `@concurrent`, so that asynchronous rows do not go to and from the main thread.
  ///
  /// - Parameter options: What the command line asks for.
  /// - Returns: The exit code.
  /// - Throws: `UsageError` if no row has the asked name.
  @concurrent
  private static func run(_ options: Options) async throws -> Int32 {
    let rows = allRows.filter { options.selects($0.name) }
    guard !rows.isEmpty else {
      throw UsageError(
        description: "no row has \"\(options.filter)\" in its name; the rows are:\n"
          + allRows.map { "  " + $0.name }.joined(separator: "\n")
      )
    }
    let results = await Runner(rounds: options.rounds).run(rows)
    let report = Report(rounds: options.rounds, results: results)
    print(options.wantsJSON ? try report.json() : Table(report).text)
    let isMissed = results.contains { $0.isMet == false }
    return options.isGate && isMissed ? 1 : 0
  }

  private static var allRows: [Row] {
    // First, before other rows have made the process large.
    [Row.loadMemory] + Row.clocks + Row.records + Row.comparisons + Row.queries + Row.loads
      + Row.segments
      + Row.arrivals
      + Row.http
      + Row.commands
      + Row.memory
  }
}
