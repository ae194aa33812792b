// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Everything measured in one run.
///
/// A report is a value: it can be kept, compared, printed and judged long after the run.
public struct LoadReport: Sendable, Equatable {
  /// The name of the load test, or of the recorder that the report is made from.
  public let name: String
  /// How load was offered, in words ("16 users, 240 requests"), or `nil` for a recorder.
  public let load: String?
  /// The most operations that had begun and not ended at one time, or `nil` for a recorder.
  ///
  /// Begun is not the same as at work: an operation in flight may wait for a thread or an actor.
  public let peakInFlight: Int?
  /// What is to be known before trusting the figures; empty when nothing is.
  public internal(set) var warnings: [Warning]
  /// Each operation by itself, in the order in which they were declared.
  ///
  /// Each knows the run that it is of, with whose warnings it is judged.
  public var operations: [OperationReport] {
    let run = OperationReport.Run(
      warnings: warnings,
      sampling: sampling,
      generator: generator
    )
    return measured.map { operation in
      var operation = operation
      operation.run = run
      return operation
    }
  }
  let measured: [OperationReport]
  /// All operations taken together.
  public internal(set) var total: OperationReport
  /// How the run went over time, all operations together, or `nil` for a recorder, which does not keep that.
  public let timeline: Timeline?
  /// What the load generator itself did, or `nil` for a recorder.
  public package(set) var generator: GeneratorReport?
  /// The named phases of the load in their order, each as a report of its own.
  public package(set) var phases: [LoadReport] = []
  /// From the start of the first phase to the end of the last, with the pauses; `nil` of a load without phases.
  package var span: Duration?
  /// What operations counted beside themselves, in the order in which it came first.
  public private(set) var counters: [CounterReport] = []
  /// What probes saw before, during and after the load.
  public package(set) var probes: [ProbeReport] = []
  /// How it was decided when to stop, or `nil` of a load whose size was settled beforehand.
  public package(set) var sampling: SequentialSampling?
  /// Whether what the load set going came to rest, or `nil` if that was not asked.
  public package(set) var settling: Settling?

  /// Makes the report of what was recorded.
  ///
  /// - Parameters:
  ///   - name: The name of the load test or recorder.
  ///   - load: How load was offered, in words.
  ///   - elapsed: From the start of the run to its end; `nil` if that is not known.
  ///   - recorded: What was recorded of each operation.
  ///   - setUps: What was recorded of each operation by which users were set up. They are operations by their
  ///     names; in the total are only those that failed, for the rest is no part of the load.
  ///   - peakInFlight: The most operations that had begun and not ended at one time.
  ///   - timeline: How the run went over time, all operations together.
  package init(
    _ name: String,
    load: String?,
    elapsed: Duration?,
    operations recorded: [RecordedOperation],
    setUps: [RecordedOperation] = [],
    peakInFlight: Int? = nil,
    timeline: Timeline? = nil
  ) {
    self.name = name
    self.peakInFlight = peakInFlight
    self.load = load
    let elapsed = elapsed?.inWholeNanoseconds
    var all = recorded
    all.merge(setUps)
    measured = all.map { operation in
      OperationReport(
        operation.name,
        elapsed: elapsed,
        recording: operation.latency,
        service: operation.service,
        timeline: operation.timeline,
        segments: operation.segments,
        isSetUp: !recorded.contains { $0.name == operation.name },
        usage: operation.usage
      )
    }
    self.timeline = timeline
    if measured.count == 1, setUps.isEmpty {
      total = OperationReport(name, measured[0], timeline: timeline)
    } else {
      let failed = setUps.map(\.latency.failuresOnly)
      let merged = (recorded.map(\.latency) + failed).reduce(into: Recording()) { $0.merge($1) }
      let service = recorded.reduce(into: Recording()) { $0.merge($1.service) }
      total = OperationReport(
        name,
        elapsed: elapsed,
        recording: merged,
        service: service,
        timeline: timeline,
        segments: recorded.reduce(into: SegmentRecording()) { $0.merge($1.segments) },
        usage: CommandUsage.merged(recorded.map(\.usage))
      )
    }
    warnings = Warning.all(of: total.irregularities)
  }

  /// Makes the report of one operation of a load.
  package init(_ operation: OperationReport) {
    name = operation.name
    peakInFlight = nil
    load = nil
    // The run goes into this report, whose operation has it from there.
    var alone = operation
    alone.run = nil
    measured = [alone]
    total = alone
    timeline = operation.timeline
    warnings = operation.run?.warnings ?? Warning.all(of: operation.irregularities)
    sampling = operation.run?.sampling
    generator = operation.run?.generator
  }

  /// The report with further warnings.
  package func adding(_ further: [Warning]) -> LoadReport {
    var report = self
    report.warnings += further
    return report
  }

  /// The report with those of its warnings that are wanted.
  package func keepingWarnings(where isWanted: (Warning) -> Bool) -> LoadReport {
    var report = self
    report.warnings = warnings.filter(isWanted)
    return report
  }

  /// Takes over what operations counted, in the time of the report.
  package mutating func count(_ counted: [CounterReport]) {
    counters = counted.map { CounterReport($0.name, count: $0.count, elapsed: elapsed) }
  }

  /// The report of a phase by its name, or `nil` if there is no such phase.
  public func phase(_ name: String) -> LoadReport? { phases.first { $0.name == name } }

  /// The report of an operation by its name, or `nil` if there is no such operation.
  public func operation(_ name: String) -> OperationReport? {
    operations.first { $0.name == name }
  }

  /// What operations counted under a name, or `nil` if there is no such counter.
  public func counter(_ name: String) -> CounterReport? { counters.first { $0.name == name } }

  /// What a probe saw, by its name, or `nil` if there is no such probe.
  public func probe(_ name: String) -> ProbeReport? { probes.first { $0.name == name } }

  /// From the start of the run to its end, or `nil` for durations recorded without their times.
  ///
  /// Of a load of phases the time of all phases together, without the pauses between them.
  public var elapsed: Duration? { total.elapsed }
  /// How long the successful operations took, or `nil` if none succeeded.
  ///
  /// From their planned starts where the load had a schedule, otherwise from the start of each call.
  public var latency: Summary? { total.latency }
  /// How long the successful operations took from the start of each call, or `nil` where latency says so
  /// already, and of phases of which only some have a schedule: they have it themselves.
  public var serviceTime: Summary? { total.serviceTime }
  /// The number of failed operations by kind.
  public var failures: [FailureKind: Int] { total.failures }
  /// What was recorded that is no duration within the range of a recorder.
  public var irregularities: Irregularities { total.irregularities }
  /// The number of operations that ended, in `0...`.
  public var count: Int { total.count }
  /// The share of operations that failed, in `0...1`, or `nil` if none ended.
  public var errorRate: Double? { total.errorRate }
  /// The share of operations that succeeded, in `0...1`, or `nil` if none ended.
  public var successRate: Double? { total.successRate }
  /// The successful operations per second of the run, or `nil` if none ended or no time passed.
  public var throughput: Rate? { total.throughput }
}

extension LoadReport: LoadReportConvertible {
  /// The report itself.
  public var loadReport: LoadReport { self }
}

extension LoadReport: CustomStringConvertible {
  /// What was measured in a line: `mix: 240 operations, 3 failed; 237 durations, min 1 ms, …`.
  public var description: String { total.description }
}
