// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Warning {
  /// The warning in a sentence without a full stop.
  public var description: String {
    switch reason {
    case .negativeDurations(let count):
      """
      \(count) \(count == 1 ? "duration was" : "durations were") recorded as negative, and \
      \(count == 1 ? "is" : "are") in no latency figure
      """
    case .clockSteps(let count):
      """
      the clock stepped back during \(count) \(count == 1 ? "operation, which is" : "operations, which are") \
      in no latency figure
      """
    case .beyondRange(let count):
      """
      \(count) \(count == 1 ? "duration was" : "durations were") 73 minutes or longer; \
      if that cannot be, look at the unit of what was recorded
      """
    case .fewerRequestsThanUsers(let requests, let users):
      """
      \(requests) requests cannot keep \(users) users busy; \
      ask for several times as many requests as users
      """
    case .requestsNotMade(let count, let requests, let usersNotSetUp):
      """
      only \(count) of \(requests) requests were made; \
      \(usersNotSetUp == 0 ? "an operation must not cancel the task that runs it" : "users could not be set up")
      """
    case .idleUsers(let users, let peak):
      """
      at most \(peak) of \(users) users ran at once; operations that block a thread or compute share \
      as many threads as there are cores; those that block want execution: .blocking
      """
    case .tooFewSamples(let metric, let count, let needed):
      """
      \(metric) of \(count) \(count == 1 ? "sample is that one" : "samples is just the longest"); \
      it takes at least \(needed)
      """
    case .notCertain(let requirement, let count, let confidence, let needed):
      Self.certainty(requirement, count, confidence, needed)
    case .withinDeadband(let requirement):
      "the limit of \(requirement) is not kept, but its deadband is; that is no failure yet"
    case .failuresNotAllowed:
      """
      no requirement says how many of these operations may fail, so none may; \
      add one such as .errorRate <= 0.01 to allow some
      """
    case .usersNotSpawned(let count, let users):
      "only \(count) of \(users) users started before the load was over; give it more time, or a higher spawn rate"
    case .usersNotSetUp(let count, let users):
      "\(count) of \(users) users could not be set up and did nothing; see the failures"
    case .usersNotTornDown(let count, let users, let failure):
      "\(count) of \(users) users could not be torn down: \(failure)"
    case .rateNotReached(let reached, let asked, let dropped, let maxInFlight):
      Self.rate(reached, asked, dropped, maxInFlight)
    case .lateStarts(let p50, let p95, let p99, let max):
      """
      starts were late, by \(Self.rounded(p50)) in the median, \(Self.rounded(p95)) at P95, \
      \(Self.rounded(p99)) at P99, \(Self.rounded(max)) at most; \
      latency counts from the planned start and contains that: offer less, or free the machine
      """
    case .busyProcess(let cores, let allowed, let inFlight):
      """
      this process used \(Self.percent(cores / Double(allowed))) of its \(allowed == 1 ? "core" : "\(allowed) cores") with up to \
      \(inFlight) operations in flight; the latencies contain waiting inside it, be it the client or what is tested: \
      use a leaner client, fewer users, or another process for the service
      """
    case .queueForCores(let ready, let allowed, let inFlight):
      """
      \(Self.number(ready)) threads of this process were ready to run on average, on \(allowed) \
      \(allowed == 1 ? "core" : "cores"), with up to \(inFlight) operations in flight; the latencies contain waiting \
      inside it, be it the client or what is tested: use a leaner client than URLSession, fewer users, or another \
      process for the service
      """
    case .busyThread(let share, let inFlight):
      """
      one thread of this process was busy \(Self.percent(share)) of the time with up to \(inFlight) operations in flight; \
      what works on one thread only, such as URLSession on Linux, is the bottleneck, and the latencies contain \
      waiting for it
      """
    case .runQueue(let delay, let latency):
      """
      threads of this process waited \(Self.rounded(delay)) for a core with each operation, of a mean latency of \
      \(Self.rounded(latency)); the machine has too few free cores for these figures
      """
    case .otherProcess(let waited, let elapsed, let used):
      """
      threads of this process waited \(Self.rounded(waited)) for a core in \(Self.rounded(elapsed)), while it used \
      \(Self.percent(used)) of its cores: another process had the rest, and the latencies contain that waiting; \
      run where nothing else is at work
      """
    case .sanitizers(let names):
      """
      the process runs under the \(names.joined(separator: " and ")) sanitizer, which makes it several times slower; \
      judge times in a run without
      """
    case .unfinished(let count, let abandoned, let gracePeriod):
      """
      \(count) \(count == 1 ? "operation was" : "operations were") not done when the grace period of \
      \(gracePeriod.exactText) was over, and \(count == 1 ? "is" : "are") in no figure\
      \(abandoned == 0 ? "" : "; \(abandoned) did not heed being cancelled")
      """
    case .notSettled(let limit):
      "what the load set going had not come to rest \(limit.exactText) after it"
    case .probeGaps(let name, let count, let reason):
      "probe \"\(name)\" has \(count) \(count == 1 ? "gap" : "gaps") without readings: \(reason)"
    case .tooManyNames(let limit):
      """
      more than \(limit) names of operations; further ones are counted together: leave identifiers out of \
      names of steps
      """
    case .overran(let count, let inFlight, let users):
      """
      \(count) \(count == 1 ? "operation" : "operations") went on after the timeout; up to \(inFlight) were really in \
      flight, of \(users) that were to be: let the operation heed cancellation, or set a longer timeout
      """
    case .madeNothing:
      "no operation ended"
    case .allFailed(let count, let failure):
      "no operation of \(count) succeeded: \(failure)"
    case .inWarmUp(let warning):
      "in the warm-up: \(warning)"
    case .lostSegments(let count):
      """
      \(count) \(count == 1 ? "call of a segment or counter is" : "calls of segments or counters are") in no figure: \
      \(count == 1 ? "it" : "they") ended after the operation, lay outside of the steps of a flow, or were more than \
      1024 in one operation
      """
    case .tooManySegments(let limit):
      """
      more than \(limit) names of segments; further ones are counted together: leave identifiers out of \
      names of segments
      """
    case .scaledLoad(let scale, let load):
      """
      SLA_SCALE=\(Self.exact(scale)): the load was \(scale < 1 ? "shortened" : "lengthened"), \
      and is \(load) as written; leave SLA_SCALE out to judge that
      """
    case .smokeRun:
      """
      SLA_MODE=smoke: each operation ran once, and nothing but errors is judged; leave SLA_MODE out to judge all
      """
    case .nothingRun:
      "SLA_MODE=off: nothing was run; leave SLA_MODE out to run the load"
    case .requestsSentAgain(let count, let requests):
      """
      \(count) of \(requests) requests \(count == 1 ? "was" : "were") sent a second time, for the service had \
      closed the kept connection meanwhile; their latency has both attempts: let it keep idle connections \
      for longer than users think
      """
    case .slowFirstRun(let command, let first, let median):
      """
      the first run of "\(command)" took \(Self.rounded(first)), the median \(Self.rounded(median)); leave it out by \
      warmups: 1, or count it apart by cold: 1
      """
    case .shellStart(let median):
      """
      commands run through a shell, whose own start takes \(Self.rounded(median)) in the median and is in the figures; \
      name the executable and its arguments to leave it out
      """
    case .unpreparedColdRuns(let command):
      """
      nothing makes the cold runs of "\(command)" cold, so that only the first can be; say with .prepareCold what does, \
      such as removing a cache
      """
    case .truncatedOutput(let command, let runs):
      """
      what is expected of "\(command)" saw the first 64 KiB of the output of \(runs) \(runs == 1 ? "run" : "runs") \
      only; let it write less, or into a file that the test reads
      """
    case .sampledMemory(let command, let seen, let bound):
      """
      the peak memory of "\(command)" was read while it ran, and at least \(seen.roundedText) was seen; a shorter peak \
      can have been missed, as this process has \(bound.roundedText) itself, up to which the system does not tell
      """
    case .failedItems(let kind, let examples):
      "items failed with \(kind): \(examples)"
    case .unprocessedItems(let count, let items):
      "\(count) of \(items) items were not processed; what is said of the others is not said of them"
    case .itemsAtWork(let count):
      """
      \(count) \(count == 1 ? "item was" : "items were") at work yet when the batch was over, or when it began, after their \
      timeout; let them heed cancellation, or the next run meets what they do
      """
    case .retriedItems(let count, let retries, let exhausted, let limit):
      """
      \(count) \(count == 1 ? "item was" : "items were") tried again, \(retries) \
      \(retries == 1 ? "time" : "times") in all; \(exhausted) failed after the limit of \(limit); latencies have all attempts and the waits between them
      """
    case .inPhase(let phase, let warning):
      "in phase \"\(phase)\": \(warning)"
    }
  }

  private static func certainty(
    _ requirement: String,
    _ count: Int,
    _ confidence: Double,
    _ needed: Int?
  ) -> String {
    let sample = "\(count) \(count == 1 ? "operation leaves" : "operations leave")"
    let more =
      needed.map { "about \($0) would decide" }
      ?? "it is too near its limit for any number to decide"
    return
      "\(sample) open whether \(requirement) holds, at \(percent(confidence)) confidence; \(more)"
  }

  private static func rate(_ reached: Rate, _ asked: Rate, _ dropped: Int, _ limit: Int) -> String {
    let rates = "reached \(number(reached.perSecond)) of \(number(asked.perSecond)) arrivals/s"
    guard dropped > 0 else {
      return rates + "; the load was ended, or the machine could not start more"
    }
    return """
      \(rates): \(dropped) \(dropped == 1 ? "was" : "were") dropped, for \(limit) operations were in flight; the service \
      is slower than the load, or maxInFlight too low
      """
  }

  /// A duration in two or three digits, for a sentence.
  private static func rounded(_ duration: Duration) -> String {
    let seconds = duration.inSeconds
    let units = [("ns", 1e-9), ("µs", 1e-6), ("ms", 1e-3)]
    let unit = units.first { seconds < 1_000 * $0.1 } ?? ("s", 1)
    return "\(number(seconds / unit.1)) \(unit.0)"
  }

  /// A number as people write it.
  private static func exact(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func percent(_ share: Double) -> String { "\(number(share * 100)) %" }

  /// A number with one decimal below ten, and none above.
  private static func number(_ value: Double) -> String {
    guard abs(value) >= 10 || value.isNaN else { return exact((value * 10).rounded() / 10) }
    // Beyond a whole number of 64 bits, or none at all: as Swift writes it.
    return abs(value) < 1e18 ? "\(Int64(value.rounded()))" : "\(value)"
  }
}
