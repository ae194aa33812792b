// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SLAHTTP

@Suite struct RequestWriterTests {
  private func text(
    _ call: HTTPCall,
    _ headers: HTTPHeaderList = [:],
    base: String = ""
  ) throws -> String {
    let address = try HTTPAddress("http://127.0.0.1:8080\(base)")
    var buffer: [UInt8] = [1, 2, 3]
    _ = try RequestWriter(address, headers: headers).write(call, into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  private static let common = "Host: 127.0.0.1:8080\r\nUser-Agent: swift-sla-testing\r\n"

  @Test func requestsAreExact() throws {
    #expect(
      try text(HTTPCall("GET", "/a?q=1%20")) == "GET /a?q=1%20 HTTP/1.1\r\n\(Self.common)\r\n"
    )
    #expect(
      try text(HTTPCall("POST", "/a", body: "two")) == "POST /a HTTP/1.1\r\n\(Self.common)"
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\n\r\ntwo"
    )
    #expect(
      try text(HTTPCall("PUT", "/a", body: HTTPPayload([0x41], type: nil)))
        == "PUT /a HTTP/1.1\r\n\(Self.common)Content-Length: 1\r\n\r\nA"
    )
    #expect(
      try text(HTTPCall("POST", "/a"))
        == "POST /a HTTP/1.1\r\n\(Self.common)Content-Length: 0\r\n\r\n"
    )
    #expect(try text(HTTPCall("DELETE", "/a")) == "DELETE /a HTTP/1.1\r\n\(Self.common)\r\n")
    #expect(try text(HTTPCall("OPTIONS", "*")) == "OPTIONS * HTTP/1.1\r\n\(Self.common)\r\n")
  }

  @Test func pathsFollowThatOfTheTarget() throws {
    let request = try text(HTTPCall("GET", "/b"), base: "/api/")
    #expect(request.hasPrefix("GET /api/b HTTP/1.1\r\n"))
  }

  @Test func fieldsOfACallReplaceThoseOfTheTarget() throws {
    let call = HTTPCall("GET", "/", headers: ["x-a": "2", "host": "kitchen"])
    #expect(
      try text(call, ["X-A": "1", "X-B": "3"]) == "GET / HTTP/1.1\r\n"
        + "User-Agent: swift-sla-testing\r\nX-B: 3\r\nx-a: 2\r\nhost: kitchen\r\n\r\n"
    )
  }

  @Test func ownContentTypeIsKept() throws {
    let call = HTTPCall("POST", "/", headers: ["content-type": "a/b"], body: "x")
    #expect(
      try text(call)
        == "POST / HTTP/1.1\r\n\(Self.common)content-type: a/b\r\nContent-Length: 1\r\n\r\nx"
    )
  }

  @Test func typeOfTheBodyReplacesThatOfTheTarget() throws {
    let headers: HTTPHeaderList = ["content-type": "a/b", "X-A": "1"]
    let fields = "\(Self.common)X-A: 1\r\n"
    let type = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
    let call = HTTPCall("POST", "/", body: .json(text: "{}"))
    #expect(try text(call, headers) == "POST / HTTP/1.1\r\n\(fields)\(type)")
    let other = HTTPCall("POST", "/", headers: ["X-B": "2"], body: .json(text: "{}"))
    #expect(try text(other, headers) == "POST / HTTP/1.1\r\n\(fields)X-B: 2\r\n\(type)")
    let untyped = HTTPCall("POST", "/", body: HTTPPayload([0x41], type: nil))
    #expect(try text(untyped, headers).contains("\r\ncontent-type: a/b\r\n"))
  }

  @Test(arguments: ["close, te", "TE , Close", "te,close"])
  func closingIsToldAmongOtherWords(value: String) throws {
    var buffer: [UInt8] = []
    let writer = try RequestWriter(HTTPAddress("http://a"), headers: [:])
    let call = HTTPCall("GET", "/", headers: ["Connection": value])
    #expect(try writer.write(call, into: &buffer))
    let kept = HTTPCall("GET", "/", headers: ["Connection": "closed"])
    #expect(try !writer.write(kept, into: &buffer))
  }

  @Test func closingIsTold() throws {
    let writer = try RequestWriter(HTTPAddress("http://a"), headers: ["Connection": "Close"])
    var buffer: [UInt8] = []
    #expect(try writer.write(HTTPCall("GET", "/"), into: &buffer))
    #expect(try writer.write(HTTPCall("GET", "/", headers: ["A": "b"]), into: &buffer))
    let call = HTTPCall("GET", "/", headers: ["connection": "keep-alive"])
    #expect(try !writer.write(call, into: &buffer))
  }

  @Test(arguments: [
    HTTPCall("GET", "/a\r\nHost: evil"), HTTPCall("GET", "/a b"), HTTPCall("GET", "/ä"),
    HTTPCall("GET", "/a#b"), HTTPCall("GET", "/\u{7F}"), HTTPCall("GET", "a"),
    HTTPCall("GET", ""), HTTPCall("GET", "*"), HTTPCall("GET", "http://evil/"),
    HTTPCall("GET /x", "/"), HTTPCall("", "/"), HTTPCall("GET\r\nA: b", "/"),
    HTTPCall("CONNECT", "/"), HTTPCall("GET", "/", headers: ["A": "b\r\n\r\nGET / HTTP/1.1"]),
    HTTPCall("GET", "/", headers: ["A\r\nB": "c"]),
    HTTPCall("GET", "/", headers: ["Host": "a", "host": "b"]),
    HTTPCall("POST", "/", body: HTTPPayload([], type: "a\r\nb: c")),
  ])
  func nothingGetsOutOfItsPlace(call: HTTPCall) {
    let failure = #expect(throws: HTTPFailure.self) { try text(call) }
    #expect(failure?.code == .request)
  }
}
