// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HTTPCallTests {
  @Test(arguments: ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"])
  func mayBeSentTwice(method: String) { #expect(HTTPCall(method, "/").isIdempotent) }

  @Test(arguments: ["POST", "PATCH", "get", "LOCK", ""])
  func mayNotBeSentTwice(method: String) { #expect(!HTTPCall(method, "/").isIdempotent) }
}
