// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Synchronization

/// Ledgers that are not in use; as many stay as were in use at one time.
final class SegmentLedgers: Sendable {
  /// Those of the process.
  static let shared = SegmentLedgers(nil)

  private struct Ledger: @unchecked Sendable {
    // Unchecked: whoever takes a ledger is the only one to use its own part.
    let pointer: UnsafeMutablePointer<SegmentLedger>
  }

  private let idle = Guarded<[Ledger]>([])
  private let reserve: SegmentLedgers?

  /// Creates a stock.
  ///
  /// - Parameter reserve: Where ledgers come from when it is empty, and go to in the end.
  init(_ reserve: SegmentLedgers?) {
    self.reserve = reserve
  }

  deinit {
    for ledger in idle.withLock({ $0 }) { reserve?.put(ledger) }
  }

  /// Takes a ledger for a worker, or for a step.
  ///
  /// - Parameters:
  ///   - names: The names of the phase.
  ///   - operation: The number of the operation's name.
  ///   - time: By which clock its segments are timed.
  ///   - seed: What decides which operations are sampled.
  ///   - isOneTask: Whether the running task makes all operations itself.
  /// - Returns: The ledger, to be given back.
  func take(
    _ names: SegmentNames,
    operation: Int = 0,
    _ time: TimeSource,
    seed: UInt64,
    isOneTask: Bool
  ) -> UnsafeMutablePointer<SegmentLedger> {
    let ledger = pop().pointer
    ledger.pointee.own.serve(names, operation: operation, time, seed: seed)
    let first = ledger.pointee.operation.load(ordering: .relaxed)
    ledger.pointee.others.withLock { $0.serve(names, time, from: first) }
    let task = isOneTask ? CurrentTask.number : 0
    ledger.pointee.task.store(task == 0 ? SegmentLedger.noTask : task, ordering: .relaxed)
    return ledger
  }

  /// Gives a ledger back, between two operations.
  func giveBack(_ ledger: UnsafeMutablePointer<SegmentLedger>) {
    ledger.pointee.task.store(SegmentLedger.noTask, ordering: .relaxed)
    ledger.pointee.operation.wrappingAdd(1, ordering: .acquiringAndReleasing)
    ledger.pointee.own.clear()
    put(Ledger(pointer: ledger))
  }

  private func pop() -> Ledger {
    if let ledger = idle.withLock({ $0.popLast() }) { return ledger }
    if let reserve { return reserve.pop() }
    // On cache lines of its own, in pairs as they are fetched: users write to theirs with each operation.
    let line = 128
    let size = (MemoryLayout<SegmentLedger>.size + line - 1) / line * line
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: line)
    return Ledger(pointer: memory.initializeMemory(as: SegmentLedger.self, to: SegmentLedger()))
  }

  private func put(_ ledger: Ledger) { idle.withLock { $0.append(ledger) } }
}

extension UnsafeMutablePointer where Pointee == SegmentLedger {
  /// Begins an operation of the worker.
  ///
  /// - Parameter iteration: Its number within the run.
  /// - Returns: Its place.
  @inline(__always)
  func begin(_ iteration: Int) -> SegmentPlace {
    pointee.own.iteration = iteration
    return SegmentPlace(self, pointee.operation.load(ordering: .relaxed))
  }
}
