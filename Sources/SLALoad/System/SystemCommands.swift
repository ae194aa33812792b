// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Runs programs by `posix_spawn` and `wait4`, without a shell.
package struct SystemCommands: CommandRunning {
  package init() {}

  /// By how much a peak must exceed this process's own to be the child's for certain, in bytes.
  ///
  /// Linux counts pages by core, and adds up what is left of 32 pages and more of each
  /// (https://github.com/torvalds/linux/commit/f1a7941243c1).
  private static let memorySlack = 1 << 20

  package func run(_ request: ProgramRequest, _ stop: ProgramStop) throws -> ProgramEnding {
    if let directory = request.directory, !ProgramSearch.isDirectory(directory) {
      throw CommandError(.noDirectory, request.command, path: directory)
    }
    let input = try Self.input(of: request)
    let output = try TemporaryFile(for: request.command)
    let errorOutput = try TemporaryFile(for: request.command)
    let streams = [input.descriptor, output.descriptor, errorOutput.descriptor]
    let launch = try ProgramLaunch(request, streams: streams)
    let (process, start) = try launch.start(request)
    let child = ChildProcess(process, start: start, request, outputs: Array(streams.dropFirst()))
    stop.add(child)
    let watching = Result { () throws(ThreadsExhausted) in try ChildWatch.shared.add(child) }
    // Without a thread that watches, nothing would end it.
    if case .failure = watching { child.end(.stopped) }
    let isThere = Self.awaitEnd(of: child)
    let end = TimeSource.monotonic.nanoseconds()
    let (cause, seen) = child.finish(isReaped: !isThere)
    // Not before: a peak does not fall, and reading it takes time that the command's start would have.
    let own = ProcessReadings.peakMemory(of: getpid())
    ChildWatch.shared.remove(child)
    stop.remove(child)
    let left = child.isBeyondReach && !isThere ? ProgramEnding(leftFrom: start, at: end) : nil
    guard var ending = left ?? Self.reap(process, from: start, to: end) else {
      throw CommandError(.notReaped, request.command, path: request.path)
    }
    try watching.get()
    // Whoever watches may have been late, or slept when the program began.
    ending.cause = cause ?? (end - start >= request.timeout ? .timeout : nil)
    ending.memory = Self.memory(ending.memory, seen: seen, own: own)
    (ending.outputBytes, ending.errorBytes) = (output.size, errorOutput.size)
    ending.output = output.beginning(ProgramEnding.keptBytes)
    ending.errorOutput = errorOutput.beginning(ProgramEnding.keptBytes)
    return ending
  }

  private static func input(of request: ProgramRequest) throws(CommandError) -> TemporaryFile {
    switch request.input {
    case .nothing: return try TemporaryFile(reading: "/dev/null", for: request.command)
    case .file(let path): return try TemporaryFile(reading: path, for: request.command)
    case .text(let text):
      let file = try TemporaryFile(for: request.command)
      guard file.fill(text) else {
        let directory = FileLock.temporaryDirectory
        throw CommandError(.noTemporaryFile, request.command, path: directory, systemCode: errno)
      }
      return file
    }
  }

  /// Waits for the end of a child, which stays there to be reaped; for itself only, whoever has its output open.
  ///
  /// - Returns: Whether it is; not if somebody else reaped it, nor if it cannot be ended.
  private static func awaitEnd(of child: ChildProcess) -> Bool {
    guard ProcessEnd.wait(for: child.process, unless: { child.isBeyondReach }) else { return false }
    var information = siginfo_t()
    while waitid(P_PID, id_t(child.process), &information, WEXITED | WNOWAIT) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Reaps a child that has ended; `nil` if somebody else did.
  private static func reap(_ process: pid_t, from start: Int64, to end: Int64) -> ProgramEnding? {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { return nil }
    }
    // The macros WIFSIGNALED, WTERMSIG and WEXITSTATUS.
    let signal = status & 0x7F
    var ending = ProgramEnding(
      start: start,
      end: end,
      status: signal == 0 ? (status >> 8) & 0xFF : nil,
      signal: signal == 0 ? nil : signal
    )
    ending.user = nanoseconds(usage.ru_utime)
    ending.system = nanoseconds(usage.ru_stime)
    #if canImport(Darwin)
    let unit = 1
    #else
    let unit = 1_024
    #endif
    ending.memory = PeakMemory(exactly: .bytes(max(Int(usage.ru_maxrss), 0) * unit))
    return ending
  }

  private static func nanoseconds(_ time: timeval) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_usec) * 1_000
  }

  /// What is known of a child's peak.
  ///
  /// - Parameters:
  ///   - counted: What the system says, which is this process's own peak at least.
  ///   - seen: The most that was read while it ran.
  ///   - own: The peak of this process, or `nil` where it is not counted as the child's.
  /// - Returns: What the system says, if that is more than this process's own; else what was seen, and that as a bound.
  static func memory(_ counted: PeakMemory, seen: Int?, own: Int?) -> PeakMemory {
    guard let own, counted.bound.bytes <= own + memorySlack else { return counted }
    return PeakMemory(seen: seen.map { .bytes($0) }, bound: counted.bound)
  }
}

extension ProgramEnding {
  /// That of a program which could not be ended.
  fileprivate init(leftFrom start: Int64, at end: Int64) {
    self.init(start: start, end: end, status: nil)
    isLeft = true
  }
}
