// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// A closed load that is being offered.
final class ClosedRun: Sendable {
  let plan: ClosedLoad
  let phase: PhaseRun
  /// The time beyond which an operation that cannot be cancelled counts as a timeout, if there is any.
  fileprivate let timeout: Duration?
  private let tickets = Atomic<Int>(0)
  private let iterations = Atomic<Int>(0)
  private let notSetUp = Atomic<Int>(0)

  init(_ plan: ClosedLoad, _ phase: PhaseRun, timeout: Duration? = nil) {
    self.plan = plan
    self.phase = phase
    self.timeout = timeout
  }

  /// The tickets that users took.
  var takenCount: Int { tickets.load(ordering: .relaxed) }

  /// The operations, or iterations of flows, that users began who are done.
  var iterationCount: Int { iterations.load(ordering: .relaxed) }
  /// The users that could not be set up.
  var notSetUpCount: Int { notSetUp.load(ordering: .relaxed) }

  /// Counts what a user began.
  fileprivate func countIterations(_ count: Int) {
    iterations.wrappingAdd(count, ordering: .relaxed)
  }

  /// Counts a user that could not be set up.
  func countNotSetUp() { notSetUp.wrappingAdd(1, ordering: .relaxed) }

  /// Takes tickets for a user.
  func takeTickets() -> Range<Int> {
    let count = plan.ticketsAtOnce(taken: takenCount)
    let first = tickets.wrappingAdd(count, ordering: .relaxed).oldValue
    if plan.thinkTime != .none, case .requests(let requests) = plan.limit, first + count >= requests
    {
      phase.control.release()
    }
    return first..<first + count
  }
}

/// One user's way through a closed load: what it does next, and what became of that.
struct UserTurns: ~Copyable {
  private let run: ClosedRun
  private let phase: PhaseRun
  private let user: Int
  /// The tickets that the user holds and has not used.
  private var ticket = 0
  private var lastTicket = 0
  private var turn = 0
  /// Whether random numbers go by the turns of the user: which iterations it gets is chance, and how many.
  private let isByTurn: Bool
  private var isAtWork = false
  private var generator: SeededGenerator
  private let ledger: UnsafeMutablePointer<SegmentLedger>
  /// Where the segments of the operation at work are noted.
  private var segments = SegmentPlace.nowhere

  /// - Parameters:
  ///   - run: The load.
  ///   - user: The number of the user.
  ///   - isOneTask: Whether the running task makes all operations itself.
  init(_ run: ClosedRun, user: Int, isOneTask: Bool = true) {
    self.run = run
    phase = run.phase
    self.user = user
    isByTurn = run.plan.operations == nil
    generator = SeededGenerator(seed: run.phase.seed, user, SeededGenerator.ofThinkTimes)
    ledger = SegmentLedgers.shared.take(
      run.phase.recorders.names.segments,
      run.phase.time,
      seed: run.phase.seed,
      isOneTask: isOneTask
    )
  }

  deinit {
    SegmentLedgers.shared.giveBack(ledger)
    if isAtWork { phase.leave() }
    run.countIterations(turn)
  }

  /// When the user begins, in nanoseconds of the time source.
  var start: Int64 { phase.start + run.plan.start(ofUser: user) }
  /// What may stop the user.
  var control: LoadControl { phase.control }

  /// Starts the next operation, if the load has one for this user.
  ///
  /// - Returns: Its context, and when it began.
  @inline(__always)
  mutating func begin() -> (context: LoadContext, start: Int64)? {
    guard !phase.control.isStopped else { return nil }
    let number = nextTicket()
    let start = phase.time.nanoseconds()
    guard run.plan.admits(ticket: number.counted, elapsed: start &- phase.start) else { return nil }
    if !isAtWork {
      isAtWork = true
      phase.enter()
    }
    segments = ledger.begin(number.iteration)
    let context = LoadContext(
      user: user,
      iteration: number.iteration,
      phase: phase.number,
      turn: isByTurn ? turn : nil,
      seed: phase.seed
    ).noting(segments)
    turn &+= 1
    return (context, start)
  }

  /// The next ticket: as the plan counts, and as it is within the run.
  @inline(__always)
  private mutating func nextTicket() -> (counted: Int, iteration: Int) {
    if case .iterationsEach(let each) = run.plan.limit { return (turn, user &* each &+ turn) }
    if ticket == lastTicket {
      let taken = run.takeTickets()
      (ticket, lastTicket) = (taken.lowerBound, taken.upperBound)
    }
    defer { ticket &+= 1 }
    return (ticket, ticket)
  }

  /// Records an operation that succeeded.
  @inline(__always)
  mutating func succeed(since start: Int64) {
    let end = phase.time.nanoseconds()
    let failure = run.timeout == nil ? nil : timeoutFailure(from: start, to: end)
    phase.record(
      0,
      plannedAt: start,
      from: start,
      to: end,
      failure: failure,
      segments: segments
    )
  }

  @inline(never)
  private func timeoutFailure(from start: Int64, to end: Int64) -> FailureKind? {
    guard let timeout = run.timeout, .nanoseconds(end &- start) > timeout else { return nil }
    return TimeoutError(limit: timeout).failureKind
  }

  /// Records an operation that failed.
  mutating func fail(_ error: any Error, since start: Int64) {
    // The clock first: putting the error into words takes its time too.
    let end = phase.time.nanoseconds()
    phase.record(
      0,
      plannedAt: start,
      from: start,
      to: end,
      failure: FailureKind(error),
      segments: segments
    )
  }

  /// Notes that the user is not at work until its next operation.
  mutating func rest() {
    guard isAtWork else { return }
    isAtWork = false
    phase.leave()
  }

  /// How long the user thinks now, in nanoseconds, until the end of the load at most; 0 for not at all.
  ///
  /// A user thinks of its next operation: where the load has none for it, it is done.
  mutating func thinkTime() -> Int64 {
    guard run.plan.thinkTime != .none else { return 0 }
    let elapsed = phase.elapsed
    var next = ticket < lastTicket ? ticket : run.takenCount
    if case .iterationsEach = run.plan.limit { next = turn }
    guard run.plan.admits(ticket: next, elapsed: elapsed) else { return 0 }
    rest()
    let rest = run.plan.duration.map { $0 - elapsed } ?? .max
    return min(run.plan.thinkTime.next(using: &generator), rest)
  }
}
