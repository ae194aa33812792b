// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import Testing

@Suite struct HTTPHeaderListTests {
  @Test func namesHaveNoCaseAndMayComeSeveralTimes() {
    var list: HTTPHeaderList = ["Set-Cookie": "a=1", "Accept": "*/*"]
    list.append("set-cookie", "b=2")
    #expect(list["SET-COOKIE"] == "a=1" && list.values("Set-cookie") == ["a=1", "b=2"])
    #expect(list["Accepts"] == nil && list.values("X").isEmpty)
    #expect(list.fields.map(\.name) == ["Set-Cookie", "Accept", "set-cookie"])
    #expect(list.description == "Set-Cookie: a=1\nAccept: */*\nset-cookie: b=2")
    #expect(HTTPHeaderList().isEmpty && !list.isEmpty)
  }

  /// A Kelvin sign is a "k" in small letters to Unicode, and no letter of ASCII.
  @Test func lettersAreThoseOfASCII() {
    let list: HTTPHeaderList = ["X-\u{212A}": "1"]
    #expect(list["x-k"] == nil)
  }
}
