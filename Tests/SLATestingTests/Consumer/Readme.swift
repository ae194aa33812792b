// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The code blocks of the README.
struct Readme {
  struct Block {
    let language: String
    let lines: [String]

    var text: String { lines.joined(separator: "\n") }

    /// A Swift block as a file: as it stands if it has imports, else as the body of a function.
    func asFile(number: Int) -> String {
      guard !lines.contains(where: { $0.hasPrefix("import ") }) else { return text + "\n" }
      let imports = "import SLATesting\nimport Testing\nimport XCTest\n\n"
      guard !lines.contains(where: { $0.hasPrefix("@") || $0.hasPrefix("final class") }) else {
        return imports + text + "\n"
      }
      return imports + "@Test func readme\(number)() async throws {\n\(text)\n}\n"
    }
  }

  let lines: [String]
  let blocks: [Block]

  init() throws {
    lines = try Repository.text("README.md")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks: [Block] = []
    var open: Block?
    for line in lines {
      switch (open, line.hasPrefix("```")) {
      case (nil, true): open = Block(language: String(line.dropFirst(3)), lines: [])
      case (let block?, true):
        blocks.append(block)
        open = nil
      case (let block?, false): open = Block(language: block.language, lines: block.lines + [line])
      case (nil, false): break
      }
    }
    self.blocks = blocks
  }

  /// The blocks of Swift that are not lines of a manifest.
  var swiftBlocks: [Block] {
    blocks.filter { $0.language == "swift" && !$0.text.hasPrefix(".package(") }
  }
}
