// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension HistogramLog {
  /// The most ranges of all histograms of a log: ten million, 240 MB.
  ///
  /// A small file can stand for any amount of memory otherwise.
  static let limit = 10_000_000

  /// Reads the text of a file.
  ///
  /// Lines may end as on Windows. Blank lines and legends are passed over; comments are kept. Where
  /// the file gives no start time, the first interval is the start; where it gives no base time,
  /// the times of intervals are absolute unless the first is more than a year before the start.
  ///
  /// - Parameter text: The text of the file.
  /// - Throws: ``DecodingFailure`` with the first line that is wrong, what is wrong, and what would
  ///   be right.
  /// - Complexity: O(text and what its histograms hold).
  public init(parsing text: String) throws(DecodingFailure) {
    var reading = LogReading()
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      do {
        try reading.read(Substring(line), isFirst: number == 1)
      } catch {
        throw DecodingFailure(error.fault, line: number)
      }
    }
    guard let start = reading.start else { throw DecodingFailure(.noLog, line: number) }
    self.init(
      startTime: Double(start / 1_000) / 1e6,
      comments: reading.comments,
      entries: reading.entries
    )
  }
}

/// What has been read of a log, line by line.
private struct LogReading {
  private(set) var comments: [String] = []
  private(set) var entries: [HistogramLog.Entry] = []
  /// The start of the run in nanoseconds since 1970.
  private(set) var start: Int64?
  /// What the times of intervals are counted from, in nanoseconds since 1970.
  private var base: Int64?
  /// The ranges of all histograms so far.
  private var rangeCount = 0

  mutating func read(_ text: Substring, isFirst: Bool) throws(DecodingFailure) {
    var line = text.utf8
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if isFirst, line.starts(with: byteOrderMark) { line.removeFirst(3) }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if line.first == UInt8(ascii: "#") {
      try readComment(Substring(line.dropFirst()))
      return
    }
    let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    while let last = line.last, blanks.contains(last) { line.removeLast() }
    guard !line.isEmpty, !line.starts(with: "\"StartTimestamp\"".utf8) else { return }
    try readInterval(Substring(line))
  }

  private mutating func readComment(_ text: Substring) throws(DecodingFailure) {
    if let time = try time(text, after: HistogramLog.Mark.startTime, field: "start time") {
      start = start ?? time
    } else if let time = try time(text, after: HistogramLog.Mark.baseTime, field: "base time") {
      base = time
    } else if text.utf8.starts(with: HistogramLog.Mark.version.utf8) {
      let version = text.dropFirst(HistogramLog.Mark.version.count).prefix { $0 != "]" }
      guard version.hasPrefix("1.") else { throw DecodingFailure(.version(String(version))) }
    } else {
      comments.append(String(text))
    }
  }

  /// The time that a comment gives, or `nil` for one that does not begin with the mark.
  private func time(
    _ text: Substring,
    after mark: String,
    field: String
  ) throws(DecodingFailure) -> Int64? {
    guard text.utf8.starts(with: mark.utf8) else { return nil }
    let rest = Substring(text.utf8.dropFirst(mark.utf8.count)).drop { $0 == " " }
    let word = rest.prefix { $0 != " " && $0 != "]" }
    let time = try seconds(word, field: field)
    guard time >= 0 else {
      throw DecodingFailure(.noNumber(field: field, text: String(word)))
    }
    return time
  }

  private mutating func readInterval(_ line: Substring) throws(DecodingFailure) {
    var rest = line
    var tag: String?
    if rest.utf8.starts(with: "Tag=".utf8) {
      guard let comma = rest.utf8.firstIndex(of: UInt8(ascii: ",")) else {
        throw DecodingFailure(.noInterval)
      }
      tag = TagText.decode(Substring(rest.utf8[..<comma].dropFirst(4)))
      rest = Substring(rest.utf8[comma...].dropFirst())
    }
    let fields = rest.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard fields.count == 4 else { throw DecodingFailure(.noInterval) }
    let time = try seconds(fields[0], field: "start of the interval")
    let length = try seconds(fields[1], field: "length of the interval")
    // In milliseconds by custom, but a raw value in some logs, which may be out of range.
    let maximum = FixedPoint.value(fields[2], decimals: 6)
    guard maximum != nil || Double(fields[2]) != nil else {
      throw DecodingFailure(
        .noNumber(field: "maximum of the interval", text: String(fields[2]))
      )
    }
    let counts = try HdrPayload.decode(Base64.decode(fields[3]))
    rangeCount += counts.count
    guard rangeCount <= HistogramLog.limit else {
      throw DecodingFailure(.tooManyCounts(limit: HistogramLog.limit))
    }
    entries.append(
      HistogramLog.Entry(
        tag: tag,
        start: offset(of: time),
        length: .nanoseconds(length),
        maximum: maximum.map { .nanoseconds($0) },
        counts: counts
      )
    )
  }

  /// The time from the start of the run to a time that stands in the file.
  private mutating func offset(of time: Int64) -> Duration {
    let begin = start ?? max(0, time)
    let year = Duration.seconds(365 * 24 * 3_600)
    let isRelative = Duration.nanoseconds(time) < .nanoseconds(begin) - year
    let zero = base ?? (isRelative ? begin : 0)
    (start, base) = (begin, zero)
    return .nanoseconds(time) + .nanoseconds(zero) - .nanoseconds(begin)
  }

  /// Reads a number of seconds as nanoseconds.
  private func seconds(_ text: Substring, field: String) throws(DecodingFailure) -> Int64 {
    guard let value = FixedPoint.value(text, decimals: 9),
      value.magnitude < 4_000_000_000_000_000_000
    else {
      throw DecodingFailure(.noNumber(field: field, text: String(text)))
    }
    return value
  }
}
