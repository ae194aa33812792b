// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What may know what, beyond the arrows between targets that the compiler holds.
@Suite struct LayerTests {
  /// The folders of a target, lowest first.
  ///
  /// A file may name types of its own folder and of those before it. Files outside any folder come
  /// last.
  private static let order = [
    "SLAMetrics": [
      "Arguments", "Sharing", "Time", "Outcomes", "Statistics", "Histograms", "Summaries",
      "Recording", "Segments",
      "Encoding", "Reports",
    ],
    "SLALoad": [
      "System", "Waiting", "Profiles", "Segments", "Context", "Recording", "Probes", "Validity",
      "Progress", "Running", "Users", "Batches", "Commands",
    ],
    "SLAHTTP": [
      "Messages", "Failures", "Addresses", "System", "Writing", "Reading", "Sessions", "Coding",
      "Adapters",
    ],
    "SLAGates": ["Figures", "Requirements", "Text", "Judging"],
    "SLAReports": ["Format", "Failure", "Terminal"],
    "SLATesting": ["Reporting", "Expectations", "Loads", "Traits", "HTTP"],
  ]

  /// Types that the message of an error recommends, by the file that has the message.
  private static let recommended = [
    "Sources/SLAHTTP/Addresses/HTTPAddress.swift": "URLSessionTarget"
  ]

  @Test(arguments: order.keys.sorted())
  func noFolderNamesATypeOfALaterOne(target: String) throws {
    let order = try #require(Self.order[target])
    var sources: [(path: String, level: Int, text: String)] = []
    for path in try Repository.swiftFiles(below: "Sources/\(target)") {
      let parts = path.split(separator: "/").dropFirst(2)
      let level = parts.count == 1 ? order.count : order.firstIndex(of: String(parts.first ?? ""))
      let known = try #require(level, "\(path) is in a folder that has no place in the order")
      sources.append((path, known, code(of: try Repository.text(path))))
    }
    // Types within types are named by those.
    let declaration =
      /(?m)^(?:(?:public|package|private|final) )*(?:struct|class|enum|protocol|actor)\s+([A-Z]\w*)/
    for upper in sources {
      for name in upper.text.matches(of: declaration).map({ String($0.output.1) }) {
        for lower in sources
        where lower.level < upper.level && Self.recommended[lower.path] != name {
          let uses = lower.text.matches(of: try Regex("\\b\(name)\\b")).count
          #expect(uses == 0, "\(lower.path) names \(name), which \(upper.path) declares above it")
        }
      }
    }
  }

  /// The clock and the functions that the standard library lacks.
  private static let cLibrary = [
    "Sources/SLAMetrics/Time/TimeSource.swift",
    "Sources/SLAMetrics/Statistics/RealFunctions.swift",
    "Sources/SLALoad/System/",
    "Sources/SLAHTTP/System/",
  ]

  /// Modules that only some files may import, by module.
  private static let importers: [String: [String]] = [
    "Testing": ["Sources/SLATesting/"],
    "XCTest": ["Sources/SLATesting/Reporting/"],
    "Glibc": cLibrary,
    "Darwin": cLibrary,
    "FoundationNetworking": ["Sources/SLAHTTP/Adapters/"],
    "Dispatch": [],
  ]

  @Test(arguments: importers.keys.sorted())
  func modulesAreImportedWhereTheyBelong(module: String) throws {
    let allowed = try #require(Self.importers[module])
    for path in try Repository.swiftFiles(below: "Sources") {
      let isImported = try Repository.text(path).split(separator: "\n")
        .contains { $0.hasSuffix("import \(module)") }
      #expect(!isImported || allowed.contains { path.hasPrefix($0) }, "\(path) imports \(module)")
    }
  }

  /// A failure that a second place reports may go to the wrong library, and be lost.
  @Test func oneFileReportsFailures() throws {
    for path in try Repository.swiftFiles(below: "Sources")
    where !path.hasSuffix("IssueReporter.swift") {
      let text = code(of: try Repository.text(path))
      for call in ["Issue.record(", "XCTFail(", "XCTAssert("] {
        #expect(!text.contains(call), "\(path) calls \(call)…)")
      }
    }
  }

  /// The text without comments.
  private func code(of text: String) -> String {
    text.split(separator: "\n").map {
      $0.prefix(upTo: $0.range(of: "//")?.lowerBound ?? $0.endIndex)
    }
    .joined(separator: "\n")
  }
}
