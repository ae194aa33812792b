// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// A histogram log of HdrHistogram: for each operation and outcome the counts of its durations.
///
/// The format (`.hlog`, version 1.3) is read and drawn by the tools around HdrHistogram, and this
/// type reads what those write. It keeps counts without loss; it has no place for the sum of the
/// durations, the exact smallest one, or failures without a duration. Values are taken for
/// nanoseconds, which a log of another writer does not state.
///
/// ```swift
/// let log = try HistogramLog(parsing: text)
/// for entry in log.entries { print(entry.tag ?? "untagged", entry.count) }
/// ```
///
/// G. Tene, http://hdrhistogram.org.
public struct HistogramLog: Sendable, Equatable {
  /// The start of the run in seconds since 1970-01-01 00:00 UTC, in `0..<4e9`, whole microseconds.
  public let startTime: Double
  /// Lines for people, each at most 125 bytes of UTF-8.
  public let comments: [String]
  /// The histograms in the order of the file.
  public let entries: [Entry]

  /// Makes a log.
  ///
  /// Comments of several lines become several comments, and so do those of more than 125 bytes,
  /// which a reader in C cannot take.
  ///
  /// - Parameters:
  ///   - startTime: The start of the run in seconds since 1970-01-01 00:00 UTC, rounded to
  ///     microseconds; what is not in `0..<4e9` (until the year 2096) counts as 0.
  ///   - comments: Lines for people, for example what wrote the log.
  ///   - entries: The histograms.
  public init(startTime: Double, comments: [String] = [], entries: [Entry]) {
    // Below 4e9 a `Double` of whole microseconds comes back from its decimals unchanged.
    let microseconds = (0..<4e9).contains(startTime) ? (startTime * 1e6).rounded() : 0
    self.startTime = microseconds / 1e6
    self.comments = comments.flatMap(Self.lines)
    self.entries = entries
  }

  /// The start of the run in nanoseconds since 1970-01-01 00:00 UTC.
  var startNanoseconds: Int64 { Int64((startTime * 1e6).rounded()) * 1_000 }

  /// What begins a comment that means something to readers; all follow upon `#`.
  enum Mark {
    static let version = "[Histogram log format version "
    static let startTime = "[StartTime:"
    static let baseTime = "[BaseTime:"
    static let all = [version, startTime, baseTime]
  }

  /// The longest comment in bytes; `#`, a line end and a zero make 128, a buffer of HdrHistogram_c.
  private static let longestComment = 125

  /// The lines by which a comment stands in the file, none of which has a meaning to readers.
  private static func lines(_ comment: String) -> [String] {
    var lines: [String] = []
    for part in comment.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = ""
      var length = 0
      // By scalar, for one character can be longer than a line.
      for scalar in part.unicodeScalars {
        let more = UTF8.width(scalar)
        if length + more > longestComment {
          lines.append(line)
          (line, length) = ("", 0)
        }
        line.unicodeScalars.append(scalar)
        length += more
        if Mark.all.contains(line) {
          line = " " + line
          length += 1
        }
      }
      lines.append(line)
    }
    return lines
  }
}
