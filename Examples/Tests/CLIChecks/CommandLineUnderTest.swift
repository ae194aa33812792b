// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import RecipeService
import SLATesting

/// recipectl with a service of its own, and a local state that is gone with it.
final class CommandLineUnderTest: Sendable {
  private let service: RecipeService
  private let folder: URL

  init() throws {
    service = try RecipeService.start(
      ServiceConfiguration(environment: ProcessInfo.processInfo.environment)
    )
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("recipectl-checks-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    service.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A command, with as many runs as it takes to be certain of its P95.
  func command(_ arguments: String..., runs: Int = 60, cold: Int = 0) -> CommandTest {
    command(arguments, runs: runs, cold: cold)
  }

  /// A command with its arguments in a list.
  func command(_ arguments: [String], runs: Int = 60, cold: Int = 0) -> CommandTest {
    CommandTest("recipectl", arguments, runs: runs, warmups: cold > 0 ? 0 : 1, cold: cold)
      .environment([
        "RECIPES_URL": "http://127.0.0.1:\(service.port)", "RECIPECTL_STATE": state.path,
      ])
      .timeout(.seconds(10))
      .prepareCold { [self] in try forgetState() }
  }

  private var state: URL { folder.appendingPathComponent("state.sqlite") }

  /// Removes what recipectl keeps, so that its next run begins as the first one does.
  func forgetState() throws {
    if FileManager.default.fileExists(atPath: state.path) {
      try FileManager.default.removeItem(at: state)
    }
  }
}
