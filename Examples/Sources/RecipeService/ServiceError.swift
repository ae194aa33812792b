// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The reason why a service could not be configured or started.
struct ServiceError: Error, CustomStringConvertible {
  /// What went wrong, where, and what would be right.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Int {
  /// Reads a number of ASCII digits only: no sign, no space, 1 to 18 digits.
  init?(strict text: some StringProtocol) {
    let digits = text.utf8
    guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.init(text)
  }
}
