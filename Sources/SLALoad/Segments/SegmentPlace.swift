// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// Where in an operation a context stands: of which ledger and operation it is, and within which segment.
///
/// Unchecked: the pointer is to a ledger that is never freed, whose variables are used by the task of the operation
/// alone, or are safe themselves.
struct SegmentPlace: @unchecked Sendable {
  private let ledger: UnsafeMutablePointer<SegmentLedger>?
  private let operation: UInt64
  /// The place of the call within which it stands, or -1.
  private var parent = -1

  /// Outside of every operation.
  static let nowhere = SegmentPlace(nil, 0)

  init(_ ledger: UnsafeMutablePointer<SegmentLedger>?, _ operation: UInt64) {
    self.ledger = ledger
    self.operation = operation
  }

  /// The place within a call.
  func within(_ call: Int) -> SegmentPlace {
    var place = self
    if call >= 0 { place.parent = call }
    return place
  }

  /// Whether the running task is that of the operation, and this is still at work.
  @inline(__always)
  private func isOwn(_ ledger: UnsafeMutablePointer<SegmentLedger>) -> Bool {
    ledger.pointee.task.load(ordering: .relaxed) == CurrentTask.number(by: ledger.pointee.lookup)
      && ledger.pointee.operation.load(ordering: .relaxed) == operation
  }

  /// Begins a call of a segment.
  ///
  /// - Returns: Its place, or -1 if it is in no figure.
  @inline(__always)
  func begin(_ name: String) -> Int {
    guard let ledger else { return -1 }
    return isOwn(ledger) ? ledger.pointee.own.begin(name) : begin(name, in: ledger)
  }

  @inline(never)
  private func begin(_ name: String, in ledger: UnsafeMutablePointer<SegmentLedger>) -> Int {
    let task = CurrentTask.number
    return ledger.pointee.others.withLock { others in
      guard isAtWork(ledger) else {
        others.lose(of: operation)
        return -1
      }
      let call = others.begin(name, of: operation, task, within: parent)
      ledger.pointee.otherCount.store(others.count, ordering: .releasing)
      return call < 0 ? -1 : call + SegmentLedger.others
    }
  }

  /// Ends a call, in the task that began it.
  @inline(__always)
  func end(_ call: Int) {
    guard call >= 0, let ledger else { return }
    call < SegmentLedger.others ? ledger.pointee.own.end(call) : end(call, in: ledger)
  }

  @inline(never)
  private func end(_ call: Int, in ledger: UnsafeMutablePointer<SegmentLedger>) {
    ledger.pointee.others.withLock { others in
      if isAtWork(ledger) {
        others.end(call - SegmentLedger.others)
      } else {
        others.lose(of: operation)
      }
    }
  }

  /// Adds a duration that was measured elsewhere, in nanoseconds.
  func add(_ name: String, _ nanoseconds: Int64) {
    guard let ledger else { return }
    guard !isOwn(ledger) else { return ledger.pointee.own.add(name, nanoseconds) }
    let task = CurrentTask.number
    ledger.pointee.others.withLock { others in
      guard isAtWork(ledger) else { return others.lose(of: operation) }
      others.add(name, nanoseconds, of: operation, task, within: parent)
      ledger.pointee.otherCount.store(others.count, ordering: .releasing)
    }
  }

  /// Adds to a counter of the phase, if the operation is still at work; what comes later is counted as lost.
  func count(_ name: String, _ count: Int) {
    guard let ledger else { return }
    let counters = ledger.pointee.others.withLock { others -> LoadCounters? in
      guard isAtWork(ledger) else {
        others.lose(of: operation)
        return nil
      }
      return others.counters
    }
    counters?.add(count, to: name)
  }

  /// Whether the operation is still at work.
  var isAtWork: Bool { ledger.map { isAtWork($0) } ?? false }

  private func isAtWork(_ ledger: UnsafeMutablePointer<SegmentLedger>) -> Bool {
    ledger.pointee.operation.load(ordering: .acquiring) == operation
  }

  // MARK: - By the worker

  /// Says which operation it is of, by the number of its name.
  func name(_ operation: Int) { ledger?.pointee.own.operation = operation }

  /// Ends the operation, whose segments are summed up if it is to be recorded.
  ///
  /// - Parameters:
  ///   - begin: When it began, in nanoseconds of the time source.
  ///   - end: When it ended.
  ///   - isRecorded: Whether it succeeded in time.
  /// - Returns: What its segments took; `nil` if the operation is known to have none.
  @inline(__always)
  func finish(
    from begin: Int64,
    to end: Int64,
    isRecorded: Bool
  ) -> FinishedSegments? {
    guard let ledger else { return nil }
    ledger.pointee.operation.store(operation &+ 1, ordering: .releasing)
    let hasCalls =
      ledger.pointee.own.count > 0 || ledger.pointee.otherCount.load(ordering: .acquiring) > 0
    guard hasCalls else {
      guard isRecorded, ledger.pointee.own.isWatched else { return nil }
      ledger.pointee.own.sumUpNothing()
      return FinishedSegments(ledger: ledger, nanoseconds: end.saturatingSubtract(begin))
    }
    sumUp(from: begin, to: end, isRecorded: isRecorded)
    return isRecorded
      ? FinishedSegments(ledger: ledger, nanoseconds: end.saturatingSubtract(begin)) : nil
  }

  @inline(never)
  private func sumUp(from begin: Int64, to end: Int64, isRecorded: Bool) {
    guard let ledger else { return }
    var others: (calls: [SegmentCall], names: [String]) = ([], [])
    if ledger.pointee.otherCount.load(ordering: .acquiring) > 0 {
      others = ledger.pointee.others.withLock { others in
        ledger.pointee.otherCount.store(0, ordering: .releasing)
        return others.take(of: operation)
      }
    }
    ledger.pointee.own.loseDropped()
    if isRecorded {
      ledger.pointee.own.sumUp(with: others.calls, named: others.names, from: begin, to: end)
    }
    ledger.pointee.own.clear()
  }

  /// Drops the segments of what turned out to be no operation.
  func drop() {
    guard let ledger else { return }
    ledger.pointee.own.lose(ledger.pointee.own.count)
    _ = finish(from: 0, to: 0, isRecorded: false)
  }
}

/// What the segments of an operation took that has ended, until the ledger is used again.
struct FinishedSegments {
  let ledger: UnsafeMutablePointer<SegmentLedger>
  /// How long the operation took, in nanoseconds.
  let nanoseconds: Int64
}
