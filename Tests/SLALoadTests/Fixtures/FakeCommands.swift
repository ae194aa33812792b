// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import SLAMetrics
import SLATestSupport

/// Stands for the system: programs that end as a test says, after as long as it says, by a clock that it moves.
final class FakeCommands: CommandRunning {
  /// How a program ends.
  struct Ending: Sendable {
    var milliseconds = 10
    var status: Int32? = 0
    var signal: Int32?
    var cause: ProgramEnding.Cause?
    var user: Int64 = 0
    var system: Int64 = 0
    var memory = PeakMemory(exactly: .megabytes(8))
    var output = ""
    var errorOutput = ""
  }

  let clock = ManualClock()
  private let requests = Shared<[ProgramRequest]>([])
  private let ending: @Sendable (ProgramRequest, Int) throws -> Ending

  /// - Parameter ending: How the program of a request ends, which is the run of that number, from 0.
  init(_ ending: @escaping @Sendable (ProgramRequest, Int) throws -> Ending) {
    self.ending = ending
  }

  /// What was run so far.
  var run: [ProgramRequest] { requests.value }

  func run(_ request: ProgramRequest, _ stop: ProgramStop) throws -> ProgramEnding {
    let number = requests.value.count
    requests.change { $0.append(request) }
    let ending = try ending(request, number)
    let start = clock.source.nanoseconds()
    clock.advance(by: .milliseconds(ending.milliseconds))
    var result = ProgramEnding(
      start: start,
      end: clock.source.nanoseconds(),
      status: ending.status,
      signal: ending.signal
    )
    result.cause = ending.cause
    (result.user, result.system) = (ending.user, ending.system)
    result.memory = ending.memory
    (result.output, result.errorOutput) = (ending.output, ending.errorOutput)
    (result.outputBytes, result.errorBytes) = (
      ending.output.utf8.count, ending.errorOutput.utf8.count
    )
    return result
  }
}
