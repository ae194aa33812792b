// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// All results of a run, and what must be known to read them.
struct Report: Encodable {
  let configuration = Build.configuration
  let processor = Build.processor
  let cores = Build.cores
  let rounds: Int
  let results: [Result]

  /// The report for programs.
  ///
  /// - Returns: JSON, keys in alphabetical order; what a row does not have is left out.
  /// - Throws: An `EncodingError`, which no report leads to.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
