// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAHTTP
import SLATestSupport
import Testing

/// Servers that misbehave: each gives a failure of its kind, within the timeout.
@Suite struct ConnectionTests {
  /// A way to misbehave.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: HTTPFailure.Code
    let act: @Sendable (LoopbackPeer) -> Void

    init(
      _ name: String,
      _ code: HTTPFailure.Code,
      _ act: @escaping @Sendable (LoopbackPeer) -> Void
    ) {
      testDescription = name
      self.code = code
      self.act = act
    }

    /// Answers every request so, and closes.
    init(_ name: String, _ code: HTTPFailure.Code, answering answer: String) {
      self.init(name, code) { peer in
        peer.request()
        peer.send(answer)
      }
    }
  }

  private static let ok = "HTTP/1.1 200 OK\r\n"
  private static let chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"

  /// Faults that show at once.
  static let prompt: [Fault] = [
    Fault("closes at once", .closed) { _ in },
    Fault("closes after the request", .closed) { $0.request() },
    Fault("half closes", .closed) {
      $0.request()
      $0.finish()
      $0.waitForEnd()
    },
    Fault("resets after the request", .reset) {
      $0.request()
      $0.resetAtEnd()
    },
    Fault("resets within the head", .reset) { peer in
      peer.request()
      peer.send(ok + "A: b")
      peer.pause(.milliseconds(50))
      peer.resetAtEnd()
    },
    Fault("resets within the body", .reset) { peer in
      peer.request()
      peer.send(ok + "Content-Length: 5\r\n\r\nab")
      peer.pause(.milliseconds(50))
      peer.resetAtEnd()
    },
    Fault("closes within the version", .closed, answering: "HTT"),
    Fault("closes within the status line", .closed, answering: "HTTP/1.1 200"),
    Fault("closes within the head", .closed, answering: ok + "Content-Le"),
    Fault("closes before the body", .closed, answering: ok + "Content-Length: 5\r\n\r\n"),
    Fault("closes within the body", .closed, answering: ok + "Content-Length: 5\r\n\r\nab"),
    Fault("closes before a chunk", .closed, answering: chunked),
    Fault("closes within the size of a chunk", .closed, answering: chunked + "5"),
    Fault("closes within a chunk", .closed, answering: chunked + "5\r\nab"),
    Fault("closes after a chunk", .closed, answering: chunked + "1\r\na\r\n"),
    Fault("closes before the end of the trailer", .closed, answering: chunked + "0\r\nA: b\r\n"),
    Fault("closes after 100", .closed, answering: "HTTP/1.1 100 Continue\r\n\r\n"),
    Fault("garbage", .malformed, answering: "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}"),
    Fault("another protocol", .malformed, answering: "220 mail.example.org ESMTP\r\n"),
    Fault("HTTP/0.9", .malformed, answering: "<html>hello</html>"),
    Fault("HTTP/2", .malformed, answering: "HTTP/2 200\r\n\r\n"),
    Fault("another version", .malformed, answering: "HTTP/3.7 200 OK\r\n\r\n"),
    Fault("no status", .malformed, answering: "HTTP/1.1 OK\r\n\r\n"),
    Fault("negative status", .malformed, answering: "HTTP/1.1 -20 OK\r\n\r\n"),
    Fault("switches protocols", .malformed, answering: "HTTP/1.1 101 Switch\r\n\r\n"),
    Fault("folded header", .malformed, answering: ok + "A: b\r\n c: d\r\n\r\n"),
    Fault("header without colon", .malformed, answering: ok + "nonsense\r\n\r\n"),
    Fault("NUL in a header", .malformed, answering: ok + "A: \0\r\n\r\n"),
    Fault("negative length", .malformed, answering: ok + "Content-Length: -5\r\n\r\n"),
    Fault("length in words", .malformed, answering: ok + "Content-Length: five\r\n\r\n"),
    Fault(
      "two lengths",
      .malformed,
      answering: ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"
    ),
    Fault(
      "length and chunks",
      .malformed,
      answering: ok + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ),
    Fault("unknown coding", .malformed, answering: ok + "Transfer-Encoding: br\r\n\r\n"),
    Fault("huge length", .tooLarge, answering: ok + "Content-Length: 99999999999999999999\r\n\r\n"),
    Fault("length over the limit", .tooLarge, answering: ok + "Content-Length: 65537\r\n\r\n"),
    Fault("chunk size that is no number", .malformed, answering: chunked + "zz\r\n"),
    Fault("negative chunk size", .malformed, answering: chunked + "-1\r\n"),
    Fault("huge chunk size", .tooLarge, answering: chunked + "FFFFFFFFFFFFFFF\r\n"),
    Fault("chunk longer than its size", .malformed, answering: chunked + "1\r\nabc\r\n"),
    Fault("chunk shorter than its size", .malformed, answering: chunked + "3\r\na\r\n0\r\n\r\n"),
    Fault("more than its length", .malformed, answering: ok + "Content-Length: 1\r\n\r\nabc"),
    Fault("body with 204", .malformed, answering: "HTTP/1.1 204 No\r\n\r\nabc"),
    Fault("endless header line", .tooLarge) { peer in
      peer.request()
      peer.send(ok + "A: ")
      while peer.send(String(repeating: "x", count: 4_096)) {}
    },
    Fault("endless headers", .tooLarge) { peer in
      peer.request()
      peer.send(ok)
      while peer.send(String(repeating: "A: b\r\n", count: 500)) {}
    },
    Fault("endless body", .tooLarge) { peer in
      peer.request()
      peer.send(ok + "\r\n")
      while peer.send(String(repeating: "x", count: 4_096)) {}
    },
    Fault("endless chunks", .tooLarge) { peer in
      peer.request()
      peer.send(chunked)
      while peer.send("5\r\nabcde\r\n") {}
    },
    Fault("endless 100", .tooLarge) { peer in
      peer.request()
      while peer.send("HTTP/1.1 100 Continue\r\n\r\n") {}
    },
    Fault("endless chunk extension", .tooLarge) { peer in
      peer.request()
      peer.send(chunked + "1;")
      while peer.send(String(repeating: "x", count: 4_096)) {}
    },
    Fault("endless trailer", .tooLarge) { peer in
      peer.request()
      peer.send(chunked + "0\r\n")
      while peer.send("A: b\r\n") {}
    },
  ]

  /// Faults that only the clock tells.
  static let slow: [Fault] = [
    Fault("says nothing", .timedOut) {
      $0.request()
      $0.waitForEnd()
    },
    Fault("reads nothing", .timedOut) { $0.pause(.seconds(60)) },
    Fault("stops within the head", .timedOut) { peer in
      peer.request()
      peer.send(ok + "A: b\r\n")
      peer.waitForEnd()
    },
    Fault("stops within the body", .timedOut) { peer in
      peer.request()
      peer.send(ok + "Content-Length: 5\r\n\r\nab")
      peer.waitForEnd()
    },
    Fault("stops within a chunk", .timedOut) { peer in
      peer.request()
      peer.send(chunked + "5\r\nab")
      peer.waitForEnd()
    },
    Fault("does not close what has no length", .timedOut) { peer in
      peer.request()
      peer.send(ok + "\r\nabc")
      peer.waitForEnd()
    },
    Fault("a byte of the head now and then", .timedOut) { peer in
      peer.request()
      peer.drip(ok + String(repeating: "A: b\r\n", count: 500), every: .milliseconds(20))
    },
    Fault("a byte of the body now and then", .timedOut) { peer in
      peer.request()
      peer.send(ok + "Content-Length: 5000\r\n\r\n")
      peer.drip(String(repeating: "x", count: 5_000), every: .milliseconds(20))
    },
    Fault("a 100 now and then", .timedOut) { peer in
      peer.request()
      repeat { peer.pause(.milliseconds(20)) } while peer.send("HTTP/1.1 100 Continue\r\n\r\n")
    },
  ]

  private func failure(of fault: Fault, within limit: Duration) async throws -> HTTPFailure? {
    let server = try LoopbackServer { fault.act($0) }
    defer { server.stop() }
    let target = try HTTPTarget(server.url, responseTimeout: limit, bodyLimit: 65_536)
    let session = try target.session()
    defer { session.close() }
    // Not idempotent, so that there is one attempt.
    let failure = await #expect(throws: HTTPFailure.self) {
      try await blocking { try session.post("/", body: "x").status }
    }
    #expect(session.counts.connections == 1 && session.counts.retries == 0)
    return failure
  }

  @Test(arguments: prompt)
  func faultIsSaid(fault: Fault) async throws {
    let failure = try await failure(of: fault, within: .seconds(60))
    let code = failure?.code
    // What the client still sends can turn an end into a reset.
    #expect(
      code == fault.code || (fault.code == .closed && code == .reset),
      "\(String(describing: failure))"
    )
  }

  @Test(arguments: slow)
  func timeIsLimited(fault: Fault) async throws {
    let failure = try await failure(of: fault, within: .milliseconds(300))
    #expect(failure?.code == .timedOut)
    #expect(failure?.description == "no complete answer within 300 ms")
  }

  @Test func ofLongRequestsTheAnswerIsReadThoughTheServiceTakesNoMore() throws {
    let server = try LoopbackServer { peer in
      peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig")
      peer.pause(.seconds(60))
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let body = HTTPPayload([UInt8](repeating: 0x41, count: 32 << 20))
    let answer = try session.post("/", body: body, accepting: 413)
    #expect(answer.text == "big" && answer.bytesSent < 32 << 20)
    session.close()
  }

  @Test func longRequestsArriveWhole() throws {
    let server = try LoopbackServer { peer in
      while let request = peer.request() {
        let length = "\(request.utf8.count)"
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(length.utf8.count)\r\n\r\n\(length)")
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let answer = try session.put("/", body: HTTPPayload([UInt8](repeating: 0x41, count: 3 << 20)))
    #expect(answer.text == "\(answer.bytesSent)" && answer.bytesSent > 3 << 20)
    session.close()
  }

  /// What comes while a request is on its way: it goes on nevertheless.
  @Test(arguments: [
    "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
    "HTTP/1.1 200 OK\r\nX-A: ",
  ])
  func longRequestsArriveWholeThoughAnAnswerBegins(early: String) throws {
    let server = try LoopbackServer { peer in
      peer.send(early)
      peer.pause(.milliseconds(200))
      for number in 0... {
        guard peer.request() != nil else { return }
        let isBegun = number == 0 && early.hasSuffix(" ")
        peer.send((isBegun ? "b" : "HTTP/1.1 200 OK") + "\r\nContent-Length: 4\r\n\r\nsoup")
      }
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let body = HTTPPayload([UInt8](repeating: 0x41, count: 12 << 20))
    let answer = try session.post("/", body: body)
    #expect(answer.text == "soup" && answer.bytesSent > 12 << 20)
    #expect(try session.get("/").text == "soup" && server.connections == 1)
    session.close()
  }

  @Test func longRequestsMayBeRefused() throws {
    let server = try LoopbackServer { peer in
      peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\n")
      peer.pause(.milliseconds(200))
      peer.send("big")
      peer.finish()
      peer.pause(.milliseconds(200))
    }
    defer { server.stop() }
    let session = try HTTPTarget(server.url).session()
    let body = HTTPPayload([UInt8](repeating: 0x41, count: 32 << 20))
    #expect(try session.post("/", body: body, accepting: 413).text == "big")
    session.close()
  }
}
