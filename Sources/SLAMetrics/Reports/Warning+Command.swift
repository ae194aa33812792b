// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Warning {
  /// The first run of a command was far slower than the others.
  package static func slowFirstRun(_ command: String, first: Duration, median: Duration) -> Warning
  {
    Warning(
      reason: .slowFirstRun(
        command: command,
        first: first.inWholeNanoseconds,
        median: median.inWholeNanoseconds
      )
    )
  }

  /// Commands run through a shell, whose start is in the figures.
  package static func shellStart(_ median: Duration) -> Warning {
    Warning(reason: .shellStart(median.inWholeNanoseconds))
  }

  /// There are several cold runs, and nothing that makes them cold.
  package static func unpreparedColdRuns(_ command: String) -> Warning {
    Warning(reason: .unpreparedColdRuns(command: command))
  }

  /// Something was expected of the output of runs of which only the beginning is kept.
  package static func truncatedOutput(_ command: String, runs: Int) -> Warning {
    Warning(reason: .truncatedOutput(command: command, runs: runs))
  }

  /// The system does not know the peak memory of a command, and it was read from time to time.
  package static func sampledMemory(
    _ command: String,
    seen: ByteSize,
    bound: ByteSize
  ) -> Warning {
    Warning(reason: .sampledMemory(command: command, seen: seen, bound: bound))
  }
}
