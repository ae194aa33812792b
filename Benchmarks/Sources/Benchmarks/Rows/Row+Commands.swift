// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLATesting

extension Row {
  /// A command, and how often a round runs it.
  private struct Command {
    let words: [String]
    let runs: Int
  }

  private static let commandList = [
    Command(words: ["/bin/true"], runs: 50), Command(words: ["git", "--version"], runs: 50),
    Command(words: ["sleep", "0.103"], runs: 5),
  ]

  /// What runs take in the median, by `CommandTest`.
  private static func timed(_ command: Command) -> Row {
    let name = command.words.joined(separator: " ")
    return Row(name: "command \(name), median", operations: command.runs, isLoop: false) {
      Prepared(
        .figure {
          let test = CommandTest(
            command.words[0],
            Array(command.words.dropFirst()),
            runs: command.runs,
            warmups: 3
          )
          return await median(of: test)
        }
      )
    }
  }

  /// The same by hyperfine without a shell.
  private static func timedByHyperfine(_ command: Command) -> Row {
    let name = command.words.joined(separator: " ")
    return Row(name: "hyperfine -N \(name), median", operations: command.runs, isLoop: false) {
      Prepared(
        .figure {
          let found = Found()
          let arguments = [
            "-N", "--style", "none", "--warmup", "3", "--runs", "\(command.runs)", "--export-json",
            "/dev/stdout", name,
          ]
          let test = CommandTest("hyperfine", arguments, runs: 1)
            .expecting("a report") { result in
              let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
              found.nanoseconds = (report.results.first?.median ?? .nan) * 1e9
              return true
            }
          _ = try? await test.run()
          return found.nanoseconds
        }
      )
    }
  }

  private struct Report: Decodable {
    struct Result: Decodable {
      /// In seconds.
      let median: Double
    }

    let results: [Result]
  }

  /// What a closure found.
  // Unchecked: it is read when the runs are over.
  private final class Found: @unchecked Sendable {
    var nanoseconds = Double.nan
  }

  private static func median(of test: CommandTest) async -> Double {
    guard let median = try? await test.run().latency?.p50 else { return .nan }
    return Double(median.components.attoseconds) / 1e9 + Double(median.components.seconds) * 1e9
  }

  /// Whether hyperfine is installed.
  private static let hasHyperfine = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/hyperfine")
    }

  /// Commands, each beside hyperfine where that is installed.
  static var commands: [Row] {
    commandList.flatMap { [timed($0)] + (hasHyperfine ? [timedByHyperfine($0)] : []) }
  }
}
