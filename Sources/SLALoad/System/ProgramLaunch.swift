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

/// What `posix_spawn` needs to start a program once.
///
/// The program has its streams, no other descriptor, signals as a new process has them, none of them blocked, and a
/// process group of its own.
final class ProgramLaunch {
  // Their content is the C library's; one of them is a pointer on Darwin.
  #if canImport(Darwin)
  private var actions: posix_spawn_file_actions_t?
  private var attributes: posix_spawnattr_t?
  #else
  private var actions = posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()
  #endif

  /// - Parameters:
  ///   - request: What to start.
  ///   - streams: The descriptors of its standard input, output and error.
  /// - Throws: If it cannot be started in another directory.
  init(_ request: ProgramRequest, streams: [Int32]) throws(CommandError) {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    if let directory = request.directory { try change(to: directory, request.command) }
    closeOthers()
    setSignals()
  }

  deinit {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  private func setSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    // SIGKILL and SIGSTOP cannot be set, and must not be asked for.
    sigfillset(&signals)
    sigdelset(&signals, SIGKILL)
    sigdelset(&signals, SIGSTOP)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    flags |= Int32(POSIX_SPAWN_SETPGROUP)
    #if canImport(Darwin)
    flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  // Swift does not import what glibc declares for _GNU_SOURCE only; these are found by name.
  #if !canImport(Darwin)
  private typealias Actions = UnsafeMutablePointer<posix_spawn_file_actions_t>
  private typealias AddDirectory = @convention(c) (Actions, UnsafePointer<CChar>) -> Int32
  private typealias AddClose = @convention(c) (Actions, Int32) -> Int32
  #endif

  private func change(to directory: String, _ command: String) throws(CommandError) {
    #if canImport(Darwin)
    let code = posix_spawn_file_actions_addchdir_np(&actions, directory)
    #else
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else {
      // Before glibc 2.29; this process must not change its own directory, which all threads share.
      throw CommandError(.cannotStart, command, path: directory, systemCode: ENOSYS)
    }
    let code = unsafeBitCast(symbol, to: AddDirectory.self)(&actions, directory)
    #endif
    guard code == 0 else {
      throw CommandError(.cannotStart, command, path: directory, systemCode: code)
    }
  }

  /// Closes all but the streams in the child: a daemon that it leaves must not hold sockets and pipes of the tests.
  private func closeOthers() {
    #if !canImport(Darwin)
    // From glibc 2.34; before, the child has what is not opened with O_CLOEXEC.
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
    _ = unsafeBitCast(symbol, to: AddClose.self)(&actions, STDERR_FILENO + 1)
    #endif
  }

  /// Starts the program.
  ///
  /// - Returns: Its number, and the time just before, in nanoseconds of the monotonic clock.
  /// - Throws: If the system does not run it.
  func start(_ request: ProgramRequest) throws(CommandError) -> (process: pid_t, start: Int64) {
    var arguments = Self.pointers(to: request.arguments)
    var environment = Self.pointers(to: request.environment.map { "\($0)=\($1)" })
    defer { for pointer in arguments + environment { free(pointer) } }
    var process = pid_t()
    let start = TimeSource.monotonic.nanoseconds()
    let code = posix_spawn(
      &process,
      request.path,
      &actions,
      &attributes,
      &arguments,
      &environment
    )
    guard code == 0 else {
      throw CommandError(.cannotStart, request.command, path: request.path, systemCode: code)
    }
    return (process, start)
  }

  /// Copies of texts for C, with `NULL` at the end.
  private static func pointers(to texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
