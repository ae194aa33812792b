// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files of this repository, as the tests of its rules and documents read them.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent()  // Consumer
    .deletingLastPathComponent()  // SLATestingTests
    .deletingLastPathComponent()  // Tests
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift files below a folder, as paths from the root, without what builds leave there.
  static func swiftFiles(below folder: String) throws -> [String] {
    let base = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: base.path(percentEncoded: false)
    )
    return paths.filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }
      .map { "\(folder)/\($0)" }.sorted()
  }
}
