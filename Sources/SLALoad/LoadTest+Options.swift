// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

public import SLAMetrics

// Each returns the load test with a change: `LoadTest(…) { … }.timeout(.seconds(1)).run()`.
extension LoadTest {
  /// Limits the time of each operation; of a scenario of each set-up, each step, and the time between steps.
  ///
  /// At the limit the operation is cancelled and counted as a timeout, and its user goes on; one that does not heed
  /// cancellation runs on beside the next, which is warned of. One that has not
  /// begun by then never does. The operation of a `.sequential` load that may touch what is not `Sendable` is waited
  /// for; it counts as a timeout too.
  ///
  /// - Parameter limit: The limit, above zero.
  /// - Returns: The load test.
  /// - Precondition: `limit` is above zero.
  public func timeout(_ limit: Duration) -> LoadTest {
    trap(unless: limit > .zero, "a timeout must be above zero (was \(limit.exactText))")
    return with { $0.timeout = limit }
  }

  /// Sets how long work in flight may go on when a timed load is over; 10 seconds unless set.
  ///
  /// What is not done then is cancelled, and counted apart: it is in no figure, and warned of.
  ///
  /// - Parameter period: How long, at least zero.
  /// - Returns: The load test.
  /// - Precondition: `period` is not negative.
  public func gracePeriod(_ period: Duration) -> LoadTest {
    trap(unless: period >= .zero, "a grace period must not be negative (was \(period.exactText))")
    return with { $0.gracePeriod = period }
  }

  /// Sets the seed of everything random: flows, think times, Poisson arrivals, generators; 0 unless set.
  ///
  /// - Parameter seed: Any number.
  /// - Returns: The load test.
  public func seed(_ seed: UInt64) -> LoadTest { with { $0.seed = seed } }

  /// Makes a number of operations before the load, which are in no figure.
  ///
  /// By the same users; of arrivals by up to ten users.
  ///
  /// - Parameter requests: How many operations, at least 0.
  /// - Returns: The load test.
  /// - Precondition: `requests` is not negative.
  public func warmUp(requests: Int) -> LoadTest {
    trap(unless: requests >= 0, "a warm-up must not be negative (was \(requests))")
    return with { $0.warmUp = .requests(requests) }
  }

  /// Offers the load for some time before it counts; what happens then is in no figure.
  ///
  /// By the same users, or by arrivals at the same rates.
  ///
  /// - Parameter duration: How long, at least zero.
  /// - Returns: The load test.
  /// - Precondition: `duration` is not negative.
  public func warmUp(for duration: Duration) -> LoadTest {
    trap(unless: duration >= .zero, "a warm-up must not be negative (was \(duration.exactText))")
    return with { $0.warmUp = .duration(duration.wholeNanoseconds) }
  }

  /// Ends the load as soon as a judge says that it is lost or decided.
  ///
  /// The judge sees what was measured so far of the phase at hand, after 10 operations and then whenever a
  /// twentieth more have ended. Operations in flight are waited for, though no longer than the grace period; the report
  /// says that it was stopped.
  /// Stopping when a limit happens to be kept makes a bad service look good: decide by
  /// `SequentialEvidence`, or stop what is lost.
  ///
  /// - Parameter judge: Whether the load is to end; asked by one task at a time, on any thread.
  /// - Returns: The load test.
  public func stopEarly(_ judge: @escaping @Sendable (LoadReport) -> Bool) -> LoadTest {
    with { $0.judge = judge }
  }

  /// Sets when a line of progress is written to standard error; on a terminal unless set.
  ///
  /// - Parameter output: When.
  /// - Returns: The load test.
  public func progress(_ output: ProgressOutput) -> LoadTest { with { $0.progress = output } }

  /// Waits after the load until what it set going has come to rest; probes see it.
  ///
  /// - Parameters:
  ///   - limit: How long at most, at least zero.
  ///   - isSettled: Whether it has; asked every few milliseconds, once if the limit is zero. What throws has not, and an
  ///     answer that comes after the limit is too late.
  /// - Returns: The load test.
  /// - Precondition: `limit` is not negative.
  public func settle(
    within limit: Duration,
    until isSettled: @escaping @Sendable @concurrent () async throws -> Bool
  ) -> LoadTest {
    trap(unless: limit >= .zero, "a limit must not be negative (was \(limit.exactText))")
    return with { $0.settle = .init(limit: limit, isSettled: isSettled) }
  }

  /// Does something at the end of each run, also of one that was cancelled or failed.
  ///
  /// - Parameter end: What to do; it returns what to say of the run.
  /// - Returns: The load test.
  package func atEnd(_ end: @escaping @Sendable () -> [Warning]) -> LoadTest {
    with { $0.atEnd = end }
  }

  func with(_ change: (inout LoadOptions) -> Void) -> LoadTest {
    var test = self
    change(&test.options)
    return test
  }
}
