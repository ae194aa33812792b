// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// In what order commands are run, and how often, as the environment has it.
struct CommandPlan: Sendable {
  /// One run.
  struct Step: Sendable, Hashable {
    /// The number of the command.
    let command: Int
    /// The number of the operation by which it is recorded, or `nil` to warm up.
    let operation: Int?
    var isCold = false
  }

  /// Runs of which several may be made at once.
  struct Stage: Sendable, Hashable {
    let steps: [Step]
    var concurrency = 1
  }

  enum Order: Sendable {
    /// All runs of a command before those of the next.
    case inTurn
    /// Runs of all commands by turns, each round in the opposite order of the one before, so that none is always
    /// the one that follows another.
    case interleaved
  }

  /// The commands, with their numbers of runs as the environment has them.
  let tests: [CommandTest]
  /// The names of operations by their numbers.
  let names: [String]
  let stages: [Stage]
  let mode: RunMode
  /// What is to be said of the mode.
  let warnings: [Warning]

  init(_ written: [CommandTest], order: Order, _ mode: RunMode) {
    self.mode = mode
    var written = written
    if case .interleaved = order {
      let runs = written.map(\.runs).max() ?? 0
      for number in written.indices { written[number].runs = runs }
    }
    let tests = written.map { $0.adapted(to: mode) }
    self.tests = tests
    var names: [String] = []
    // The numbers of the operation of a command, and of that of its cold runs.
    let operations = tests.map { test in
      names += test.operationNames
      return (runs: names.count - 1 - (test.cold > 0 ? 1 : 0), cold: names.count - 1)
    }
    self.names = names
    switch order {
    case .inTurn:
      stages = tests.indices.flatMap { Self.stages(of: $0, tests[$0], operations[$0]) }
    case .interleaved:
      stages = Self.rounds(of: tests, operations.map(\.runs))
    }
    switch mode.kind {
    case .smoke: warnings = [.smokeRun]
    case .off: warnings = [.nothingRun]
    case .full:
      let isSame = zip(tests, written).allSatisfy { $0.runs == $1.runs && $0.cold == $1.cold }
      warnings = isSame ? [] : [.scaledLoad(by: mode.scale, of: Self.text(of: written))]
    }
  }

  private static func stages(
    of number: Int,
    _ test: CommandTest,
    _ operations: (runs: Int, cold: Int)
  ) -> [Stage] {
    let cold = Step(command: number, operation: operations.cold, isCold: true)
    let warmup = Step(command: number, operation: nil)
    let run = Step(command: number, operation: operations.runs)
    return [
      Stage(steps: Array(repeating: cold, count: test.cold)),
      Stage(steps: Array(repeating: warmup, count: test.warmups), concurrency: test.concurrency),
      Stage(steps: Array(repeating: run, count: test.runs), concurrency: test.concurrency),
    ].filter { !$0.steps.isEmpty }
  }

  private static func rounds(of tests: [CommandTest], _ operations: [Int]) -> [Stage] {
    let warmups = tests.indices.flatMap { number in
      Array(repeating: Step(command: number, operation: nil), count: tests[number].warmups)
    }
    let rounds = (0..<(tests.map(\.runs).max() ?? 0)).flatMap { round in
      let commands = round.isMultiple(of: 2) ? Array(tests.indices) : tests.indices.reversed()
      return commands.map { Step(command: $0, operation: operations[$0]) }
    }
    return [Stage(steps: warmups), Stage(steps: rounds)].filter { !$0.steps.isEmpty }
  }

  /// How often commands are run, in words: `30 runs, 3 cold, 4 at once, after 1 to warm up`.
  static func text(of tests: [CommandTest]) -> String {
    func sum(_ count: KeyPath<CommandTest, Int>) -> Int {
      tests.map { $0[keyPath: count] }.reduce(0, +)
    }
    let runs = sum(\.runs)
    var text = "\(runs) \(runs == 1 ? "run" : "runs")"
    if tests.count > 1 { text += " of \(tests.count) commands" }
    if sum(\.cold) > 0 { text += ", \(sum(\.cold)) cold" }
    let concurrency = tests.map(\.concurrency).max() ?? 1
    if concurrency > 1 { text += ", \(concurrency) at once" }
    if sum(\.warmups) > 0 { text += ", after \(sum(\.warmups)) to warm up" }
    return text
  }
}

extension CommandTest {
  /// The test as a mode has it run.
  fileprivate func adapted(to mode: RunMode) -> CommandTest {
    var test = self
    switch mode.kind {
    case .full:
      func scaled(_ count: Int) -> Int {
        count == 0 ? 0 : max(1, Int((Double(count) * mode.scale).rounded()))
      }
      (test.runs, test.cold) = (scaled(runs), scaled(cold))
    case .smoke:
      (test.runs, test.cold, test.warmups) = (min(runs, 1), min(cold, 1), 0)
      test.concurrency = 1
    case .off: (test.runs, test.cold, test.warmups) = (0, 0, 0)
    }
    return test
  }
}
