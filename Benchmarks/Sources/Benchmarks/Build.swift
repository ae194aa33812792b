// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How this program is compiled, and where it runs.
enum Build {
  #if DEBUG
  static let isDebug = true
  #else
  static let isDebug = false
  #endif

  static let configuration = isDebug ? "debug" : "release"

  /// The one of two values that belongs to this build.
  static func pick<Value>(release: Value, debug: Value) -> Value { isDebug ? debug : release }

  /// The name of the processor, or what kind it is where the system does not say.
  static var processor: String {
    let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = information.split(separator: "\n").first { $0.hasPrefix("model name") }
    if let name = line?.split(separator: ":").last {
      return name.trimmingCharacters(in: .whitespaces)
    }
    #if arch(arm64)
    return "arm64"
    #else
    return "unknown processor"
    #endif
  }

  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}
