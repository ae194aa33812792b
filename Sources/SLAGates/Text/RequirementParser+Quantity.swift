// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// Quantities and limits.
extension RequirementParser {
  /// What can come first.
  private static let quantities =
    [
      "p50", "p95", "p99.9", "min", "mean", "max", "standard deviation", "error rate",
      "success rate", "throttled rate", "throttled failures", "\"status 503\" rate",
      "\"status 503\" failures", "count", "throughput", "throughput with failures",
      "degradation first 10 last 10", "share within 300 ms", "cpu time", "memory peak",
      "output size", "elapsed", "counter NAME", "counter NAME rate",
    ] + ProbeStatistic.allCases.map { "\($0) PROBE" } + ["drain PROBE to 0"]

  /// Those that begin with a word that says nothing by itself.
  private static let phrases =
    [
      "error rate", "success rate", "standard deviation", "share within", "cpu time", "memory peak",
      "output size",
    ]
    + FailureCategory.all.flatMap { ["\($0) rate", "\($0) failures"] }

  mutating func quantity() throws(RequirementError) -> Quantity {
    if let reason = try scanner.quoted() { return try failures(.reason(reason)) }
    if let category = category(before: "rate") { return .failureRate(.category(category)) }
    if let category = category(before: "failures") { return .failures(.category(category)) }
    if scanner.take("error rate") { return .errorRate }
    if scanner.take("success rate") { return .successRate }
    if scanner.take("count") { return .count }
    if scanner.take("throughput") {
      guard scanner.take("with") else { return .throughput(withFailures: false) }
      guard scanner.take("failures") else { throw scanner.unexpected(["failures"]) }
      return .throughput(withFailures: true)
    }
    let named: [Quantity] = [.processorTime, .peakMemory, .outputSize, .elapsed]
    for quantity in named where scanner.take("\(quantity)") { return quantity }
    if scanner.take("counter") {
      let name = try name("the name of a counter")
      return scanner.take("rate") ? .counterRate(name) : .counter(name)
    }
    if scanner.take("share within") { return .shareWithin(try duration()) }
    if scanner.take("degradation") { return try degradation() }
    if scanner.take("drain") {
      let probe = try name("the name of a probe")
      guard scanner.take("to") else { throw scanner.unexpected(["to"]) }
      return .drain(probe, to: try plainNumber("a number, as 0"))
    }
    if let (statistic, probe) = try probe() { return .probe(probe, statistic) }
    let statistic = try latency()
    if case .percentile(let quantile) = statistic, scanner.take("of segment") {
      return .segment(try name("the name of a segment"), quantile)
    }
    guard scanner.take("change") else { return .latency(statistic) }
    guard scanner.take("from phase") else { throw scanner.unexpected(["from phase"]) }
    let base = try name("the name of a phase")
    guard scanner.take("to phase") else { throw scanner.unexpected(["to phase"]) }
    return .change(statistic, from: base, to: try name("the name of a phase"))
  }

  private mutating func failures(
    _ selection: FailureSelection
  ) throws(RequirementError) -> Quantity {
    if scanner.take("rate") { return .failureRate(selection) }
    guard scanner.take("failures") else { throw scanner.unexpected(["rate", "failures"]) }
    return .failures(selection)
  }

  private mutating func degradation() throws(RequirementError) -> Quantity {
    guard scanner.take("first") else { throw scanner.unexpected(["first"]) }
    let first = try wholeNumber(atLeast: 1)
    guard scanner.take("last") else { throw scanner.unexpected(["last"]) }
    return .degradation(first: first, last: try wholeNumber(atLeast: 1))
  }

  private mutating func probe() throws(RequirementError) -> (ProbeStatistic, String)? {
    for statistic in ProbeStatistic.allCases {
      var ahead = self
      guard ahead.scanner.take(statistic.rawValue) else { continue }
      // The mean is also one of latency.
      let isName = ahead.scanner.next == "\"" || NameText.isPlain(ahead.scanner.word)
      if statistic == .mean, !isName { continue }
      let name = try ahead.name("the name of a probe")
      self = ahead
      return (statistic, name)
    }
    return nil
  }

  private mutating func latency() throws(RequirementError) -> LatencyStatistic {
    let named: [LatencyStatistic] = [.min, .mean, .max, .standardDeviation]
    for statistic in named where scanner.take("\(statistic)") { return statistic }
    let word = scanner.word
    guard word.first == "p", let quantile = ExactNumber.share(percent: word.dropFirst()) else {
      throw unknownQuantity(word)
    }
    guard (0...1).contains(quantile) else { throw scanner.unexpected(["p0 to p100"]) }
    _ = scanner.take(word)
    return .percentile(quantile)
  }

  private mutating func unknownQuantity(_ word: String) -> RequirementError {
    let phrases = Self.phrases.filter { $0.hasPrefix("\(word) ") }
    guard !phrases.isEmpty else { return scanner.unexpected(Self.quantities) }
    _ = scanner.take(word)
    return scanner.unexpected(phrases.map { String($0.dropFirst(word.count + 1)) })
  }

  // MARK: - Limits

  /// A limit in the unit of a quantity.
  mutating func limit(of quantity: Quantity) throws(RequirementError) -> MetricValue {
    switch quantity {
    case .latency, .segment, .drain, .processorTime, .elapsed:
      return .duration(try duration())
    case .peakMemory, .outputSize: return .size(try size())
    case .errorRate, .successRate, .failureRate, .shareWithin, .degradation, .change:
      let place = scanner.place
      let share = try share()
      guard quantity.range.contains(share) else {
        let range = quantity.range.upperBound == 1 ? "from 0 % to 100 %" : "at least -100 %"
        throw scanner.fault("the \(quantity) is \(range)", at: place)
      }
      return .share(share)
    case .failures, .count, .counter: return .count(try wholeNumber(atLeast: 0))
    case .throughput, .counterRate:
      let place = scanner.place
      let rate = try perSecond()
      guard rate >= 0 else { throw scanner.fault("a rate must not be negative", at: place) }
      return .rate(.perSecond(rate))
    case .probe(_, .slope): return .slope(try perSecond())
    case .probe: return .number(try plainNumber("a number, as 12 or 0.5"))
    }
  }

  /// A share in percent.
  mutating func share() throws(RequirementError) -> Double {
    let (text, place) = try numberText("a share, as 5 %")
    guard scanner.take(oneOf: ["%"]) != nil else { throw scanner.unexpected(["%"]) }
    return try finite(ExactNumber.share(percent: text[...]), place)
  }

  private static let durationUnits: [(name: String, nanoseconds: Int128)] = [
    ("ns", 1), ("µs", 1_000), ("μs", 1_000), ("us", 1_000), ("ms", 1_000_000),
    ("s", 1_000_000_000), ("min", 60_000_000_000),
  ]

  /// A duration that is not negative.
  mutating func duration() throws(RequirementError) -> Duration {
    let (text, place) = try numberText("a time, as 300 ms")
    let unit = scanner.take { $0.isLetter }
    guard let factor = Self.durationUnits.first(where: { $0.name == unit })?.nanoseconds else {
      scanner.back(by: unit.count)
      // One sign for micro is enough to name.
      throw scanner.unexpected(Self.durationUnits.map(\.name).filter { $0 != "μs" })
    }
    let nanoseconds: Int64?
    if let whole = Int128(text) {
      let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
      nanoseconds = overflow ? nil : Int64(exactly: product)
    } else {
      nanoseconds = Int64(exactly: (try finite(Double(text), place) * Double(factor)).rounded())
    }
    guard let nanoseconds else {
      throw scanner.fault("a time must be below 292 years", at: place)
    }
    guard nanoseconds >= 0 else { throw scanner.fault("a time must not be negative", at: place) }
    return .nanoseconds(nanoseconds)
  }

  private mutating func perSecond() throws(RequirementError) -> Double {
    let number = try plainNumber("a rate, as 90 /s")
    let unit = scanner.take { $0 == "/" || $0.isLetter }
    switch unit {
    case "/s": return number
    case "/min": return number / 60
    default:
      scanner.back(by: unit.count)
      throw scanner.unexpected(["/s", "/min"])
    }
  }

  private mutating func plainNumber(_ meaning: String) throws(RequirementError) -> Double {
    let (text, place) = try numberText(meaning)
    return try finite(Double(text), place)
  }

  private mutating func wholeNumber(atLeast least: Int) throws(RequirementError) -> Int {
    let meaning = "a whole number of at least \(least)"
    let (text, place) = try numberText(meaning)
    guard let number = Int(text), number >= least else {
      throw scanner.fault("found \"\(text)\"", at: place, [meaning])
    }
    return number
  }

  func finite(_ number: Double?, _ place: Int) throws(RequirementError) -> Double {
    guard let number, number.isFinite else {
      throw scanner.fault("no number that can be read, such as 12 or 0.5", at: place)
    }
    return number
  }

  /// The text of a number: digits, with a sign, a point and an exponent where there are such.
  mutating func numberText(
    _ meaning: String
  ) throws(RequirementError) -> (String, place: Int) {
    let place = scanner.place
    // A sign comes first, or after the exponent's letter.
    var last: Character? = "e"
    let text = scanner.take { character in
      defer { last = character }
      if character == "-" || character == "+" { return last == "e" }
      return character.isASCII && character.isNumber || character == "." || character == "e"
    }
    guard text.drop(while: { "-+".contains($0) }).first?.isNumber == true else {
      scanner.back(by: text.count)
      throw scanner.unexpected([meaning])
    }
    return (text, place)
  }
}
