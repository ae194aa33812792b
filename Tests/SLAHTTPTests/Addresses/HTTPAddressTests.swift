// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct HTTPAddressTests {
  @Test(
    arguments: [
      ("http://127.0.0.1:8080", "127.0.0.1", 8080, "127.0.0.1:8080", ""),
      ("http://127.0.0.1", "127.0.0.1", 80, "127.0.0.1", ""),
      ("http://127.0.0.1:80/", "127.0.0.1", 80, "127.0.0.1", ""),
      ("HTTP://Example.org:1", "Example.org", 1, "Example.org:1", ""),
      ("http://localhost:65535/api/v1/", "localhost", 65_535, "localhost:65535", "/api/v1"),
      ("http://[::1]:8080/a", "::1", 8080, "[::1]:8080", "/a"),
      ("http://[::1]", "::1", 80, "[::1]", ""),
      ("http://[fe80::1%25eth0]:81", "fe80::1%eth0", 81, "[fe80::1]:81", ""),
    ] as [(String, String, Int, String, String)]
  )
  func partsAreTold(
    text: String,
    host: String,
    port: Int,
    authority: String,
    basePath: String
  ) throws {
    let address = try HTTPAddress(text)
    #expect(address.host == host && Int(address.port) == port)
    #expect(address.authority == authority && address.basePath == basePath)
  }

  @Test(
    arguments: [
      ("127.0.0.1:8080", "must begin with http://"),
      ("ftp://127.0.0.1", "must begin with http://"),
      ("", "must begin with http://"),
      ("http://", "has no host"),
      ("http://:80", "has no host"),
      ("http://[]:80", "has no host"),
      ("http://a:", "must have a port from 1 to 65535"),
      ("http://a:0", "must have a port from 1 to 65535"),
      ("http://a:+80", "must have a port from 1 to 65535"),
      ("http://a:65536", "must have a port from 1 to 65535"),
      ("http://a:x", "must have a port from 1 to 65535"),
      ("http://::1:80", "must have brackets"),
      ("http://[::1", "has no ]"),
      ("http://[::1]x", "between ] and :"),
      ("http://me:secret@a", "must not have a user"),
      ("http://a/?q=1", "must not have a query"),
      ("http://a/#b", "must not have a query or a fragment"),
      ("http://a b", "has a space"),
      ("http://a\r\nX: y", "a control character"),
      ("http://küche", "beyond ASCII"),
    ] as [(String, String)]
  )
  func faultsAreSaid(text: String, fault: String) {
    let failure = #expect(throws: HTTPFailure.self) { try HTTPAddress(text) }
    #expect(failure?.code == .address)
    #expect(
      failure?.description.contains("\"\(text)\" \(fault)") == true
        || failure?.description.contains(fault) == true
    )
  }

  @Test func wayOutOfHttpsIsNamed() {
    let failure = #expect(throws: HTTPFailure.self) { try HTTPAddress("https://example.org") }
    #expect(
      failure?.description
        == "the address \"https://example.org\" asks for https, which this client does not speak; test the "
        + "service behind its TLS, or take URLSessionTarget(\"https://example.org\"), which has the same "
        + "calls and costs 0.45 ms of processor time per request"
    )
  }
}
