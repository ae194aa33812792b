// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension FailureKind {
  /// Creates the kind of a thrown error.
  ///
  /// What the error says of itself as a ``FailureKindConvertible``; cancelled for a
  /// `CancellationError`; an invalid result for a `DecodingError`; by their code for errors of Foundation's
  /// URL loading and of POSIX; and its description, of no particular category, for any other.
  ///
  /// - Parameter error: What the operation threw.
  public init(_ error: any Error) {
    switch error {
    case let error as any FailureKindConvertible:
      self = error.failureKind
    case is CancellationError:
      self = .cancelled
    case let error as DecodingError:
      self.init(.invalidResult, reason: "DecodingError.\(error.label)")
    default:
      let description = String(describing: error)
      let (domain, code) = Self.domainAndCode(description) ?? (error._domain, error._code)
      if let category = Self.category(domain: domain, code: code) {
        self.init(category, reason: "\(domain) code \(code)")
      } else {
        let text = Self.general(description)
        self.init(text.isEmpty ? String(describing: type(of: error)) : text)
      }
    }
  }

  /// The domain and code that a description begins with, as that of every error that Foundation makes.
  ///
  /// Without Foundation the properties for them tell those of most errors, but on Linux not of
  /// `POSIXError`.
  private static func domainAndCode(_ description: String) -> (domain: String, code: Int)? {
    guard let match = description.prefixMatch(of: /Error Domain=(\S+) Code=(-?\d+)/) else {
      return nil
    }
    return Int(match.output.2).map { (String(match.output.1), $0) }
  }

  /// The category of an error that Foundation or the system made.
  private static func category(domain: String, code: Int) -> FailureCategory? {
    switch (domain, code) {
    // https://developer.apple.com/documentation/foundation/urlerror/code
    case ("NSURLErrorDomain", -999), ("NSURLErrorDomain", -1012): .cancelled
    case ("NSURLErrorDomain", -1001): .timeout
    case ("NSURLErrorDomain", -1013): .rejected
    case ("NSURLErrorDomain", -1017...(-1014)), ("NSURLErrorDomain", -1011),
      ("NSURLErrorDomain", -1010), ("NSURLErrorDomain", -1007):
      .invalidResult
    case ("NSURLErrorDomain", -1206...(-1003)): .transport
    case ("NSPOSIXErrorDomain", posixTimeout): .timeout
    case ("NSPOSIXErrorDomain", posixCancelled): .cancelled
    case ("NSPOSIXErrorDomain", _) where posixTransport.contains(code): .transport
    default: nil
    }
  }

  #if os(Linux) || os(Android)
  private static let posixTimeout = 110  // ETIMEDOUT
  private static let posixCancelled = 125  // ECANCELED
  // EPIPE, ENETDOWN, ENETUNREACH, ENETRESET, ECONNABORTED, ECONNRESET, ENOTCONN, ECONNREFUSED, EHOSTUNREACH
  private static let posixTransport: Set<Int> = [32, 100, 101, 102, 103, 104, 107, 111, 113]
  #else
  private static let posixTimeout = 60
  private static let posixCancelled = 89
  private static let posixTransport: Set<Int> = [32, 50, 51, 52, 53, 54, 57, 61, 65]
  #endif

  /// What a description says of the failure in general.
  ///
  /// Foundation's errors print as `Error Domain=NSCocoaErrorDomain Code=4 "(null)"UserInfo={…}`, where the
  /// user information names paths and changes its order from error to error.
  private static func general(_ description: String) -> String {
    guard description.hasPrefix("Error Domain=") else { return description }
    let end = description.firstRange(of: "UserInfo={")?.lowerBound ?? description.endIndex
    let head = description[..<end].dropFirst("Error Domain=".count)
    return String(head.replacing("Code=", with: "code ").replacing(" \"(null)\"", with: ""))
  }
}

extension DecodingError {
  /// The case without what it found where, which differs from answer to answer.
  fileprivate var label: String {
    switch self {
    case .typeMismatch: "typeMismatch"
    case .valueNotFound: "valueNotFound"
    case .keyNotFound: "keyNotFound"
    case .dataCorrupted: "dataCorrupted"
    @unknown default: "other"
    }
  }
}
