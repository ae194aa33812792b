// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// Why a call over HTTP did not bring the answer that was wanted.
///
/// Load reports count it by its ``failureKind``, whose reasons are few: they name neither paths nor times.
///
/// ```swift
/// do {
///   try session.get("/recipes/7")
/// } catch let failure where failure.code == .status {
///   failure.answer?.text  // what the service said
/// }
/// ```
public struct HTTPFailure: Error, Sendable, FailureKindConvertible, CustomStringConvertible {
  /// The sort of a failure; more may come, so it is not an enumeration.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Sort: String {
      case address, request, nameNotFound, refused, unreachable, reset, closed, timedOut
      case malformed, tooLarge, status, invalid, cancelled, exhausted, transport
    }

    private let sort: Sort

    /// The address is not one of HTTP: correct it.
    public static let address = Code(sort: .address)
    /// The request cannot be sent as HTTP: its path, method, header or body is wrong.
    public static let request = Code(sort: .request)
    /// The name of the host has no address.
    public static let nameNotFound = Code(sort: .nameNotFound)
    /// Nothing listens at the address, or it takes no further connection.
    public static let refused = Code(sort: .refused)
    /// No way leads to the address.
    public static let unreachable = Code(sort: .unreachable)
    /// The service broke the connection off.
    public static let reset = Code(sort: .reset)
    /// The service closed the connection before the answer was complete.
    public static let closed = Code(sort: .closed)
    /// The connection or the answer was not there in time.
    public static let timedOut = Code(sort: .timedOut)
    /// The answer is not HTTP/1.1.
    public static let malformed = Code(sort: .malformed)
    /// The answer is larger than the target allows.
    public static let tooLarge = Code(sort: .tooLarge)
    /// The status of the answer is none that was accepted.
    public static let status = Code(sort: .status)
    /// A check found the answer wrong.
    public static let invalid = Code(sort: .invalid)
    /// The task was cancelled, or the session closed, while the call was under way.
    public static let cancelled = Code(sort: .cancelled)
    /// This machine has no file descriptor, port or thread left.
    public static let exhausted = Code(sort: .exhausted)
    /// Anything else that went wrong between here and the service.
    public static let transport = Code(sort: .transport)

    /// The name of the sort: `timedOut`.
    public var description: String { sort.rawValue }
  }

  /// What sort of failure it is.
  public let code: Code
  /// How load reports count it.
  public let failureKind: FailureKind
  /// The answer, where one came that was complete.
  public let answer: HTTPAnswer?
  /// What the kind does not say.
  private let detail: Detail

  private enum Detail: Sendable {
    case none
    case text(String)
    /// Put into words when asked for: a load that is throttled makes many of these.
    case accepted(AcceptedStatuses)
  }

  /// Creates a failure that came without an answer.
  ///
  /// - Parameters:
  ///   - code: What sort of failure it is.
  ///   - kind: How load reports count it.
  ///   - description: The failure in words; the reason of the kind if it is `nil`.
  public init(_ code: Code, _ kind: FailureKind, _ description: String? = nil) {
    self.code = code
    failureKind = kind
    answer = nil
    detail = description.map { .text($0) } ?? .none
  }

  /// Creates the failure of an answer that is complete.
  ///
  /// - Parameters:
  ///   - code: What sort of failure it is.
  ///   - kind: How load reports count it.
  ///   - answer: The answer.
  ///   - accepted: The statuses that would have been right.
  init(
    _ code: Code,
    _ kind: FailureKind,
    answer: HTTPAnswer,
    accepting accepted: AcceptedStatuses? = nil
  ) {
    self.code = code
    failureKind = kind
    self.answer = answer
    detail = accepted.map { .accepted($0) } ?? .none
  }

  /// The failure in words, with what would be right where that is known.
  public var description: String {
    switch detail {
    case .none: failureKind.reason
    case .text(let text): text
    case .accepted(let statuses): "\(failureKind.reason), accepted is \(statuses)"
    }
  }
}
