// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Where an expectation was written, as four literals of the call.
///
/// Not a `SourceLocation` with `#_sourceLocation` as its default: that macro needs
/// `import Testing` in the caller's file, which XCTest files do not have.
struct CallSite: Sendable {
  let fileID: StaticString
  let filePath: StaticString
  /// The line, in `1...`.
  let line: UInt
  /// The column, in `1...`.
  let column: UInt

  /// The module of the call, which `swift test --filter` accepts.
  var module: String { String("\(fileID)".prefix { $0 != "/" }) }
}
