// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Why a file of histograms could not be read: the line, what is wrong, and what would be right.
public struct DecodingFailure: Error, Sendable, Hashable {
  /// The line of the file, counted from 1, or `nil` where bytes were read that have no lines.
  public let line: Int?

  /// What is wrong.
  package let fault: Fault

  package init(_ fault: Fault, line: Int? = nil) {
    self.fault = fault
    self.line = line
  }

  /// What can be wrong with a histogram log, from its lines down to its bits.
  package enum Fault: Sendable, Hashable {
    /// The text has neither a start time nor an interval.
    case noLog
    /// The log is of a version that may mean other things; the text is what stands for it.
    case version(String)
    /// The line has not the four fields of an interval.
    case noInterval
    /// A field that has to be a number (of seconds, below 4e9), and its text.
    case noNumber(field: String, text: String)
    /// The log has more counts than the limit.
    case tooManyCounts(limit: Int)
    /// A byte that Base64 does not have, at a place counted from 1.
    case base64Character(position: Int)
    /// A Base64 text whose length is no multiple of four.
    case base64Length(Int)
    /// The bytes end within something.
    case truncated(String)
    /// The four bytes by which a histogram begins.
    case cookie(UInt32)
    /// A length that the bytes do not have.
    case length(of: String, said: Int, found: Int)
    /// The two bytes by which compressed bytes begin.
    case zlibHeader(UInt16)
    /// What breaks the rules of deflate.
    case deflate(String)
    /// The sum of the bytes as computed, and as it stands in the file.
    case checksum(computed: UInt32, said: UInt32)
    /// More bytes than the limit once decompressed.
    case tooLarge(limit: Int)
    /// Settings that no histogram has.
    case layout(digits: UInt32, lowest: UInt64, highest: UInt64)
    /// A count beyond the highest value of its histogram.
    case beyondRange(buckets: Int)
    /// Counts whose sum is above 2^63 − 1.
    case totalTooLarge
  }
}

extension DecodingFailure: CustomStringConvertible {
  /// The line, what is wrong, and what would be right, in one sentence.
  public var description: String {
    guard let line else { return fault.text }
    return "line \(line): \(fault.text)"
  }
}

extension DecodingFailure.Fault {
  fileprivate var text: String {
    switch self {
    case .noLog, .version, .noInterval, .noNumber, .tooManyCounts: lineText
    case .base64Character, .base64Length, .truncated, .zlibHeader, .deflate, .checksum:
      bytesText
    default: histogramText
    }
  }

  private var lineText: String {
    switch self {
    case .noLog:
      "the log has neither a start time, as #[StartTime: 1764000000.000 (seconds since epoch)], "
        + "nor an interval"
    case .version(let text):
      "the log format version is \"\(text)\"; versions 1.0 to 1.3 can be read"
    case .noInterval:
      "not an interval; expected Tag=NAME,start,length,maximum,histogram, where Tag=NAME, may "
        + "be missing"
    case .noNumber(let field, let text):
      "the \(field) is \"\(text.prefix(40))\"; expected a number below 4,000,000,000, as "
        + "12.345"
    case .tooManyCounts(let limit):
      "the log has more than \(limit) counts in its histograms; split it into several files"
    default: ""
    }
  }

  private var bytesText: String {
    switch self {
    case .base64Character(let position):
      "character \(position) of the histogram does not belong there; expected Base64 "
        + "(A-Z, a-z, 0-9, +, /, and = at the end)"
    case .base64Length(let length):
      "the histogram has \(length) characters; Base64 has a multiple of four"
    case .truncated(let what): "the histogram ends within \(what); the file was cut"
    case .zlibHeader(let header):
      "the compressed bytes begin with \(Self.hex(header)); expected a zlib header, as 0x789c"
    case .deflate(let what): "the compressed bytes are damaged: \(what)"
    case .checksum(let computed, let said):
      "the Adler-32 of the decompressed bytes is \(Self.hex(computed)) and should be "
        + "\(Self.hex(said)); the histogram was changed after it was written"
    default: ""
    }
  }

  private var histogramText: String {
    switch self {
    case .cookie(let cookie):
      "the histogram begins with \(Self.hex(cookie)); expected an integer HdrHistogram of "
        + "encoding V2 (0x1c849313, or 0x1c849314 compressed)"
    case .length(let what, let said, let found):
      "the length of \(what) is given as \(said) bytes, and \(found) are there"
    case .tooLarge(let limit):
      "the histogram has more than \(limit) bytes when decompressed; none that is read here does"
    case .layout(let digits, let lowest, let highest):
      "the histogram has \(digits) significant digits, lowest value \(lowest) and highest value "
        + "\(highest); expected 0 to 5 digits and a range within 1...2^63 − 1"
    case .beyondRange(let buckets):
      "the histogram has counts beyond its \(buckets) buckets; its header or its counts are damaged"
    case .totalTooLarge: "the counts of the histogram add up to more than 2^63 − 1"
    default: ""
    }
  }

  private static func hex(_ number: some FixedWidthInteger & UnsignedInteger) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: number.bitWidth / 4 - digits.count) + digits
  }
}
