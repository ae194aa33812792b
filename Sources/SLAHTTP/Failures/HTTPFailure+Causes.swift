// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// The failures there are, each with its kind and, where one can do something about it, with what to do.
extension HTTPFailure {
  /// An address that is not one of HTTP.
  static func address(_ text: String, _ fault: String) -> HTTPFailure {
    let kind = FailureKind("address of no use")
    return HTTPFailure(.address, kind, "the address \"\(text)\" \(fault)")
  }

  /// A request that cannot be sent; the fault says what would be right.
  static func request(_ fault: String) -> HTTPFailure {
    HTTPFailure(.request, FailureKind(fault))
  }

  /// A name without an address.
  static func nameNotFound(_ name: String, _ cause: String) -> HTTPFailure {
    HTTPFailure(
      .nameNotFound,
      FailureKind(.transport, reason: "name not found"),
      "the name \"\(name)\" has no address: \(cause)"
    )
  }

  /// A connection that was not there in time.
  static func noConnection(within limit: Duration) -> HTTPFailure {
    HTTPFailure(
      .timedOut,
      FailureKind(.timeout, reason: "no connection within \(limit.exactText)")
    )
  }

  /// An answer that was not complete in time.
  static func noAnswer(within limit: Duration) -> HTTPFailure {
    HTTPFailure(
      .timedOut,
      FailureKind(.timeout, reason: "no complete answer within \(limit.exactText)")
    )
  }

  /// The service closed a connection on which no byte of the answer had come.
  static let closedBeforeAnswer = HTTPFailure(
    .closed,
    FailureKind(.transport, reason: "connection closed before an answer")
  )

  /// The service closed a connection in the middle of an answer.
  static let closedWithinAnswer = HTTPFailure(
    .closed,
    FailureKind(.transport, reason: "connection closed in the middle of an answer")
  )

  /// The service broke the connection off.
  static let reset = HTTPFailure(.reset, FailureKind(.transport, reason: "connection reset"))

  /// What came is not HTTP/1.1.
  static func malformed(_ fault: AnswerFault) -> HTTPFailure {
    HTTPFailure(
      .malformed,
      FailureKind(.invalidResult, reason: "malformed answer: \(fault.rawValue)")
    )
  }

  /// A body larger than allowed.
  static func bodyTooLarge(limit: Int) -> HTTPFailure {
    HTTPFailure(
      .tooLarge,
      FailureKind(.invalidResult, reason: "body of more than \(limit) bytes"),
      "the body has more than \(limit) bytes; allow more by bodyLimit: of the target"
    )
  }

  /// A header section larger than allowed.
  static func headTooLarge(limit: Int) -> HTTPFailure {
    HTTPFailure(
      .tooLarge,
      FailureKind(.invalidResult, reason: "header section of more than \(limit) bytes")
    )
  }

  /// A status that was not accepted.
  static func status(_ answer: HTTPAnswer, accepting: AcceptedStatuses) -> HTTPFailure {
    HTTPFailure(.status, kind(of: answer.status), answer: answer, accepting: accepting)
  }

  private static func kind(of status: Int) -> FailureKind {
    statusKinds.indices.contains(status - 100)
      ? statusKinds[status - 100] : FailureKind(status: status)
  }

  /// The kinds of the statuses from 100 on, made once: putting one into words takes microseconds.
  private static let statusKinds = (100..<1_000).map { FailureKind(status: $0) }

  /// An answer that a check found wrong.
  static func invalid(_ expectation: String, _ answer: HTTPAnswer) -> HTTPFailure {
    HTTPFailure(
      .invalid,
      FailureKind(.invalidResult, reason: "not so: \(expectation)"),
      answer: answer
    )
  }

  /// An answer that the check of a load found wrong.
  package static func checkFailed(_ answer: HTTPAnswer) -> HTTPFailure {
    HTTPFailure(
      .invalid,
      FailureKind(.invalidResult, reason: "the check of the answer failed"),
      answer: answer
    )
  }

  /// The call was given up.
  static let cancelled = HTTPFailure(.cancelled, .cancelled)

  /// The session is closed.
  static let sessionClosed = HTTPFailure(
    .cancelled,
    FailureKind(.cancelled, reason: "session closed"),
    "the session is closed; ask the target for another"
  )

  /// The system gave no thread.
  static let noThread = HTTPFailure(
    .exhausted,
    FailureKind("no thread left"),
    "the system gave no further thread; use fewer sessions at once, or raise ulimit -u"
  )
}
