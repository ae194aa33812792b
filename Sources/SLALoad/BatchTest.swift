// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

/// A batch of items, each of which is processed exactly once, by so many workers at once.
///
/// ```swift
/// let batch = try await BatchTest(
///   "ingest", files, concurrency: 10, execution: .blocking, retry: .upTo(3, on: .throttled)
/// ) { file, context in
///   try context.segment("db_total") { try store.advance(file) }
///   context.count("transitions")
/// }.run()
/// expectSLA(batch, .elapsed <= .seconds(300), .throughput(of: "transitions") >= .perSecond(3_000))
/// batch.loadReport.bottleneck
/// ```
///
/// An item succeeds when its closure returns and fails when that throws; its latency has all its attempts and the waits
/// between them. Workers are users of a closed load: what is said of those in ``LoadTest`` goes for them too.
public struct BatchTest<Item: Sendable>: Sendable {
  /// The name of the operation, as reports show it.
  public let name: String
  /// What is processed, in the order in which items are begun.
  public let items: [Item]
  /// How many items are in work at once, at least 1.
  public internal(set) var concurrency: Int
  /// Which items are tried again.
  public let retry: RetryPolicy
  private let execution: LoadExecution
  private let process: @Sendable @concurrent (Item, LoadContext) async throws -> Void
  /// What earlier runs left at work.
  private let leftBehind = ItemsLeftBehind()
  private var preparation: @Sendable @concurrent () async throws -> Void = {}
  private var change: @Sendable (LoadTest) -> LoadTest = { $0 }

  /// Creates a batch.
  ///
  /// - Parameters:
  ///   - name: The name of the operation, as reports show it.
  ///   - items: What is processed; the sequence is read to its end here.
  ///   - concurrency: How many items are in work at once, at least 1.
  ///   - execution: On what threads items are processed; `.blocking` for work that blocks, with a thread for each worker.
  ///   - retry: Which items are tried again.
  ///   - process: Processes an item.
  /// - Precondition: `concurrency` is at least 1.
  public init<Result>(
    _ name: String,
    _ items: some Sequence<Item>,
    concurrency: Int = 1,
    execution: LoadExecution = .cooperative,
    retry: RetryPolicy = .never,
    process: @escaping @Sendable @concurrent (Item, LoadContext) async throws -> Result
  ) {
    trap(unless: concurrency >= 1, "a batch needs a worker (the concurrency was \(concurrency))")
    self.name = name
    self.items = Array(items)
    self.concurrency = concurrency
    self.execution = execution
    self.retry = retry
    self.process = { item, context in _ = try await process(item, context) }
  }

  /// Does something before each run, such as emptying a database; it is in no figure.
  ///
  /// - Parameter preparation: What to do; ``run()`` throws what it throws.
  /// - Returns: The batch.
  public func prepare(
    _ preparation: @escaping @Sendable @concurrent () async throws -> Void
  ) -> BatchTest {
    var batch = self
    batch.preparation = preparation
    return batch
  }

  /// Limits the time of each item, with all its attempts.
  ///
  /// - Parameter limit: The limit, above zero; at it the item counts as a timeout, as in `LoadTest.timeout(_:)`.
  /// - Returns: The batch.
  /// - Precondition: `limit` is above zero.
  public func timeout(_ limit: Duration) -> BatchTest { load { $0.timeout(limit) } }

  /// Sets what else a load test can have: probes, a seed, settling, when to stop early.
  ///
  /// ```swift
  /// .load { $0.probe("wal size", every: .milliseconds(50)) { store.walSize }.seed(7) }
  /// ```
  ///
  /// - Parameter change: Changes the load test that processes the items. It must not warm up, which would process items
  ///   twice.
  /// - Returns: The batch.
  public func load(_ change: @escaping @Sendable (LoadTest) -> LoadTest) -> BatchTest {
    var batch = self
    batch.change = { [before = self.change] in change(before($0)) }
    return batch
  }

  /// Processes all items, and waits for the last one.
  ///
  /// An item that does not heed its timeout counts as failed, and may be processed nevertheless: it is waited for, up to
  /// the grace period of the load, which is 10 seconds unless set. One that goes on beyond that is warned of, also by
  /// the next run, beside which it was at work.
  ///
  /// With `SLA_MODE=smoke` the first item is processed, with `SLA_MODE=off` none, and with `SLA_SCALE=0.1` the first
  /// tenth, but as many as there are workers at least, as the report then says.
  ///
  /// - Returns: What was measured, with the items that failed.
  /// - Throws: As ``LoadTest/run()``, and what ``prepare(_:)`` throws. What items throw is in the report.
  /// - Complexity: As a load test; for each attempt an allocation, and for each item that fails a lock.
  public func run() async throws -> BatchReport { try await run(time: .monotonic) }

  /// Processes all items by a given clock.
  package func run(time: TimeSource) async throws -> BatchReport {
    let log = BatchLog(retry)
    let test = loadTest(log)
    trap(
      unless: test.options.isOfItems && !test.options.isUntilDecided,
      "a batch is a load of its items (was \(test.profile))"
    )
    trap(
      unless: test.options.warmUp == nil,
      "a batch must not warm up, which would process items twice (was \(name))"
    )
    let before = leftBehind.atWork
    try await preparation()
    let report = try await test.run(time: time)
    let left = await log.stillAtWork(after: test.options.gracePeriod)
    if left > 0 { leftBehind.add(log) }
    let warnings = left + before > 0 ? [Warning.itemsAtWork(left + before)] : []
    return log.report(report.adding(warnings), of: items)
  }

  /// The load whose operations are the items, by their places.
  private func loadTest(_ log: BatchLog) -> LoadTest {
    let work = LoadWork(name) { [items, process, retry] turn in
      let attempts = Attempts(retry)
      let error = await turn.perform { context in
        log.work(1)
        defer { log.work(-1) }
        try await attempts.make(context, waiting: turn.phase.control.sleep) {
          try await process(items[context.iteration], context)
        }
      }
      log.note(attempts, of: turn.context.iteration, error)
    }
    var load = ClosedLoad(users: concurrency, limit: .requests(items.count))
    load.isInOrder = true
    var test = LoadTest(name, LoadProfile(.closed(load)), execution, work)
    test.options.isOfItems = true
    return change(test)
  }
}
