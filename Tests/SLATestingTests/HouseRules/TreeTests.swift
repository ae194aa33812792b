// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What every file and every manifest of the repository keeps.
@Suite struct TreeTests {
  private static let header = """
    // swift-sla-testing
    // Copyright 2026 the swift-sla-testing project authors
    // SPDX-License-Identifier: Apache-2.0

    """

  private static let folders = ["Sources", "Tests", "Examples", "Benchmarks"]
  private static let manifests = [
    "Package.swift", "Examples/Package.swift", "Benchmarks/Package.swift",
  ]

  private func files() throws -> [String] {
    try Self.folders.flatMap { try Repository.swiftFiles(below: $0) } + ["Package.swift"]
  }

  @Test func everySwiftFileBeginsWithTheLicenceHeader() throws {
    for path in try files() {
      let text = try Repository.text(path)
      let start =
        text.hasPrefix("// swift-tools-version") ? text.drop { $0 != "\n" }.dropFirst() : text[...]
      #expect(start.hasPrefix(Self.header), "\(path)")
    }
  }

  @Test func noSwiftFileIsLongerThan300Lines() throws {
    for path in try files() {
      let count = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .count
      #expect(count <= 301, "\(path) has \(count - 1) lines")
    }
  }

  @Test(arguments: manifests)
  func noManifestNamesAPackageFromElsewhere(manifest: String) throws {
    let text = try Repository.text(manifest)
    #expect(!text.contains("url:") && !text.contains(".package(id:"))
    // Examples and benchmarks depend on this package, and on nothing else.
    let paths = text.matches(of: /path:\s*"(\.\.[^"]*)"/).map { String($0.output.1) }
    #expect(paths == (manifest.contains("/") ? [".."] : []))
  }

  @Test func changelogIsInTheFormOfKeepAChangelog() throws {
    let lines = try Repository.text("CHANGELOG.md").split(separator: "\n").map(String.init)
    #expect(lines.first == "# Changelog")
    let versions = lines.filter { $0.hasPrefix("## ") }
    #expect(versions.first == "## [Unreleased]")
    for version in versions.dropFirst() {
      #expect(
        version.wholeMatch(of: /## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}/) != nil,
        "\(version)"
      )
    }
    let kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
    for section in lines where section.hasPrefix("### ") {
      #expect(kinds.contains(String(section.dropFirst(4))), "\(section)")
    }
  }
}
