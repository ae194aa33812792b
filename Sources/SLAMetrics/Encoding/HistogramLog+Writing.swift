// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension HistogramLog: CustomStringConvertible, TextOutputStreamable {
  /// The text of the file.
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Writes the text of the file, the same for the same log.
  ///
  /// Times have nine decimals, the maximum is in milliseconds with six, so that nothing is rounded.
  /// Times stand in the file relative to a base time, which is the start of the run unless an entry
  /// began earlier: some readers know no minus sign. Ranges that are no buckets of ours, from a
  /// histogram with other digits, become the bucket of their highest value.
  ///
  /// - Parameter target: Where the text goes.
  public func write(to target: inout some TextOutputStream) {
    let begin = startNanoseconds
    let earliest = entries.lazy.map(\.start.wholeNanoseconds).min() ?? 0
    let base = max(0, begin + max(-begin, min(0, earliest)))

    for comment in comments { target.write("#\(comment)\n") }
    target.write("#\(Mark.version)1.3]\n")
    target.write("#\(Mark.startTime) \(Self.seconds(begin)) (seconds since epoch)]\n")
    target.write("#\(Mark.baseTime) \(Self.seconds(base)) (seconds since epoch)]\n")
    target.write(
      "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"\n"
    )
    for entry in entries { target.write(Self.line(entry, shift: begin - base)) }
  }

  /// The line of an entry, whose start is counted from so many nanoseconds earlier.
  private static func line(_ entry: Entry, shift: Int64) -> String {
    let tag = entry.tag.map { "Tag=\(TagText.encode($0))," } ?? ""
    let start = max(0, (entry.start + .nanoseconds(shift)).wholeNanoseconds)
    let length = max(0, entry.length.wholeNanoseconds)
    let maximum = FixedPoint.text(entry.maximum?.wholeNanoseconds ?? 0, decimals: 6)
    let histogram = Base64.encode(HdrPayload.encode(entry.counts.bucketCounts))
    return "\(tag)\(seconds(start)),\(seconds(length)),\(maximum),\(histogram)\n"
  }

  private static func seconds(_ nanoseconds: Int64) -> String {
    FixedPoint.text(nanoseconds, decimals: 9)
  }
}
