// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What became of a batch: what was measured, which items failed, and what was tried again.
///
/// Judged as the load report that it has: `expectSLA(batch, .elapsed <= .seconds(300))`.
public struct BatchReport: Sendable, Equatable, LoadReportConvertible {
  /// What was measured: an item is an operation.
  ///
  /// Its warnings name items that failed, and retries.
  public let loadReport: LoadReport
  /// How many items the batch has, in `0...`.
  public let itemCount: Int
  /// The items that failed, by kind; the most frequent first.
  ///
  /// After the first 32 kinds all others are one.
  public let failures: [FailedItems]
  /// What was tried again.
  public let retries: ItemRetries

  /// The most kinds of failure that a report warns of by items.
  private static let mostWarnings = 5

  /// Puts together what was measured and what became of the items, of which the report then warns.
  package init(
    _ report: LoadReport,
    itemCount: Int,
    failures: [FailedItems],
    retries: ItemRetries
  ) {
    let failures = failures.sorted {
      ($1.count, $0.kind.description) < ($0.count, $1.kind.description)
    }
    var warnings = failures.prefix(Self.mostWarnings).map { Warning.failedItems($0.kind, $0.text) }
    if retries.itemCount > 0 { warnings.append(.retriedItems(retries)) }
    let missing = itemCount - report.count
    // What the environment shortens says so itself.
    if missing > 0, !report.warnings.contains(where: \.isOfMode) {
      warnings.append(.unprocessedItems(missing, of: itemCount))
    }
    self.init(
      warned: report.adding(warnings),
      itemCount: itemCount,
      failures: failures,
      retries: retries
    )
  }

  /// Puts together what was read back.
  init(warned report: LoadReport, itemCount: Int, failures: [FailedItems], retries: ItemRetries) {
    loadReport = report
    self.itemCount = itemCount
    self.failures = failures
    self.retries = retries
  }

  /// How many items were processed to their end, be that a failure, in `0...`.
  public var processedCount: Int { loadReport.count }
  /// How many items succeeded, in `0...`.
  public var successCount: Int { loadReport.total.successCount }
  /// How many items failed after all their attempts, in `0...`.
  public var failureCount: Int { loadReport.total.failureCount }
  /// How many items were never processed to their end: the batch was stopped before, or shortened.
  public var unprocessedCount: Int { max(itemCount - processedCount, 0) }
  /// From the start of the batch to the end of its last item.
  public var elapsed: Duration? { loadReport.elapsed }
  /// The items that succeeded, by the time of the batch.
  public var throughput: Rate? { loadReport.throughput }
}

extension BatchReport: CustomStringConvertible {
  /// What became of the items in a line: `ingest: 818 items, 812 succeeded, 6 failed`.
  public var description: String {
    var text = "\(loadReport.name): \(itemCount) items, \(successCount) succeeded"
    if failureCount > 0 { text += ", \(failureCount) failed" }
    if unprocessedCount > 0 { text += ", \(unprocessedCount) not processed" }
    if retries.retryCount > 0 {
      text += ", \(retries.retryCount) retries of \(retries.itemCount) items"
    }
    return text
  }
}

/// Items of a batch that failed in one way.
public struct FailedItems: Sendable, Hashable {
  /// One of them.
  public struct Example: Sendable, Hashable {
    /// Its place among the items, in `0...`.
    public let place: Int
    /// The item in words, cut at 80 characters.
    public let item: String
    /// How often it was tried, in `1...`.
    public let attempts: Int

    package init(place: Int, item: String, attempts: Int) {
      self.place = place
      let line = item.split(whereSeparator: \.isNewline).joined(separator: " ")
      self.item = line.count > 80 ? line.prefix(79) + "…" : line
      self.attempts = attempts
    }
  }

  /// The most examples that are kept of each kind.
  package static let mostExamples = 5

  /// Why they failed.
  public let kind: FailureKind
  /// How many, in `1...`.
  public let count: Int
  /// The first of them in the order of items, at most 5.
  public let examples: [Example]

  package init(kind: FailureKind, count: Int, examples: [Example]) {
    self.kind = kind
    self.count = count
    self.examples = examples
  }

  /// The examples in words: `#17 "file-17.txt" after 4 attempts, #40 "file-40.txt"`.
  package var text: String {
    let texts = examples.map { example in
      let attempts = example.attempts > 1 ? " after \(example.attempts) attempts" : ""
      return "#\(example.place) \"\(example.item)\"\(attempts)"
    }
    return texts.joined(separator: ", ") + (count > examples.count ? ", …" : "")
  }
}

/// What of a batch was tried again.
public struct ItemRetries: Sendable, Hashable {
  /// How often an item could be tried again at most, in `0...`.
  public let limit: Int
  /// How many items were tried again so often, by the number of retries.
  public let itemCounts: [Int: Int]
  /// The items that failed when no retry was left, in `0...`.
  public let exhaustedCount: Int

  package init(limit: Int, itemCounts: [Int: Int], exhaustedCount: Int) {
    self.limit = limit
    self.itemCounts = itemCounts
    self.exhaustedCount = exhaustedCount
  }

  /// The items that were tried again, in `0...`.
  public var itemCount: Int { itemCounts.values.reduce(0) { $0.saturatingAdd($1) } }
  /// The retries of all items, in `0...`.
  public var retryCount: Int {
    itemCounts.reduce(0) { sum, items in
      let (product, isTooLarge) = items.key.multipliedReportingOverflow(by: items.value)
      return sum.saturatingAdd(isTooLarge ? .max : product)
    }
  }
}
