// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import RecipeService

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs a recipe service until SIGINT, SIGTERM or SIGHUP.
@main
enum RecipeServiceCommand {
  // Of sysexits.h.
  private static let usageStatus: Int32 = 64

  static func main() {
    let options: CommandOptions
    do {
      options = try CommandOptions(Array(CommandLine.arguments.dropFirst()))
    } catch {
      write("recipe-service: \(error)\n", to: .standardError)
      exit(usageStatus)
    }
    guard !options.wantsHelp else {
      write(CommandOptions.usage + "\n", to: .standardOutput)
      exit(0)
    }
    DescriptorLimit.raise()
    // Before any thread starts, for threads inherit what is blocked: the signals then wait for
    // `sigwait` below, even those that come while the service starts.
    var signals = blockSignals()
    do {
      var configuration = try ServiceConfiguration(
        environment: ProcessInfo.processInfo.environment
      )
      configuration.port = options.port
      configuration.databasePath = options.databasePath
      let service = try RecipeService.start(configuration)
      write(
        "recipe-service listening on http://127.0.0.1:\(service.port)\n",
        to: .standardOutput
      )
      var received: Int32 = 0
      while sigwait(&signals, &received) != 0 {}
      // A second signal ends a stop that takes too long.
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      service.stop()
    } catch {
      write("recipe-service: \(error)\n", to: .standardError)
      exit(1)
    }
  }

  private static func blockSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      // A shell starts background commands with SIGINT ignored.
      signal(number, SIG_DFL)
      sigaddset(&signals, number)
    }
    // The end of its terminal, unless `nohup` has it ignored.
    if isIgnored(SIGHUP) {
      signal(SIGHUP, SIG_IGN)
    } else {
      sigaddset(&signals, SIGHUP)
    }
    // A reader of standard output that goes away must not end the service.
    signal(SIGPIPE, SIG_IGN)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    return signals
  }

  /// Whether the process was started with the signal ignored; sets it to its default.
  private static func isIgnored(_ number: Int32) -> Bool {
    // Functions cannot be compared, but SIG_IGN is a number in the place of an address.
    unsafeBitCast(signal(number, SIG_DFL), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Writes at once, even to a pipe; a stream that cannot be written to is nobody's business.
  private static func write(_ text: String, to stream: FileHandle) {
    try? stream.write(contentsOf: Data(text.utf8))
  }
}
