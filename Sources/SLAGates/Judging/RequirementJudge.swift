// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Judges one requirement on one report.
struct RequirementJudge {
  private let requirement: Requirement
  private let options: JudgingOptions
  private let report: LoadReport
  private let sampling: SequentialSampling?
  /// Whether it was looked at again and again when the load was to end: bounds for one look do not hold then.
  private let isSequential: Bool
  private let missing: MissingOperations

  init(_ requirement: Requirement, _ options: JudgingOptions, _ report: LoadReport) {
    self.requirement = requirement
    self.options = options
    self.report = report
    sampling = report.sampling
    isSequential = sampling != nil || report.generator?.isStoppedEarly == true
    missing = MissingOperations(for: requirement, in: report)
  }

  var verdict: Verdict {
    do throws(Indecision) {
      guard !requirement.isVacuous else { throw .promisesNothing }
      guard requirement.quantity.isOfOperations else {
        return Verdict(
          requirement: requirement,
          subject: report.name,
          judgement: try ofReport()
        )
      }
      return verdict(on: try requirement.scope.populations(of: report))
    } catch {
      return Verdict(
        requirement: requirement,
        subject: report.name,
        judgement: Judgement(undecided: error)
      )
    }
  }

  private func verdict(on populations: [Population]) -> Verdict {
    // Set-ups of users come before the windows of a run begin.
    let timed = populations.filter { $0.timeline != nil }
    let judged = requirement.window == nil || timed.isEmpty ? populations : timed
    var parts = judged.flatMap { population in
      requirement.window == nil
        ? [Verdict.Part(name: population.name, judgement: judgement(on: population))]
        : windows(of: population)
    }
    if parts.isEmpty {
      parts = [Verdict.Part(name: report.name, judgement: Judgement(undecided: .nothingMeasured))]
    }
    var worst = (parts.min { isWorse($0.judgement, than: $1.judgement) } ?? parts[0]).judgement
    worst.warnings = Self.joined(parts.map(\.judgement))
    let isOfEach = requirement.window != nil || requirement.scope.operations == .every
    return Verdict(
      requirement: requirement,
      subject: populations.count == 1 ? populations[0].name : report.name,
      parts: isOfEach ? parts : [],
      judgement: worst
    )
  }

  /// All warnings of some judgements, each thing once.
  private static func joined(_ judgements: [Judgement]) -> [Warning] {
    judgements.flatMap(\.warnings).reduce(into: []) { warnings, warning in
      if !warnings.contains(warning) { warnings.append(warning) }
    }
  }

  /// Whether one part decides rather than another: misses first, then what is undecided, then the smallest margin.
  private func isWorse(_ left: Judgement, than right: Judgement) -> Bool {
    let order: [Verdict.Status] = [.missed, .undecided, .met]
    let (place, other) = (order.firstIndex(of: left.status), order.firstIndex(of: right.status))
    guard place == other else { return (place ?? 0) < (other ?? 0) }
    func margin(_ judgement: Judgement) -> Double {
      judgement.observed.flatMap { requirement.bound.margin(of: $0) } ?? .infinity
    }
    return margin(left) < margin(right)
  }

  // MARK: - Windows

  private func windows(of population: Population) -> [Verdict.Part] {
    let isOne = requirement.scope.operations != .every
    func part(_ name: String, _ judgement: Judgement) -> Verdict.Part {
      let label = [isOne ? nil : population.name, name].compactMap(\.self).joined(separator: ", ")
      return Verdict.Part(name: label, judgement: judgement)
    }
    // Of a load of phases with the pauses between them, in which the timeline goes on.
    let span = requirement.scope.phase == nil ? report.span : nil
    guard let timeline = population.timeline, let elapsed = span ?? population.elapsed,
      let length = requirement.window
    else { return [part("the run", Judgement(undecided: .noTimeline))] }
    guard let windows = timeline.windows(of: length, lasting: elapsed) else {
      let indecision = Indecision.windowsTooFine(interval: timeline.width)
      return [part("the run", Judgement(undecided: indecision))]
    }
    return windows.map { window in
      let name = "\(window.start.roundedText) to \((window.start + window.length).roundedText)"
      return part(name, judgement(onWindow: Population(population.name, window)))
    }
  }

  /// A window of too few operations is not met, for they stand for nothing.
  private func judgement(onWindow population: Population) -> Judgement {
    var judgement = judgement(on: population)
    // Not of a sample, which is smaller in each window: what is too small for its share is not met.
    judgement.warnings.removeAll { $0.isOfSample }
    let claims = requirement.bound.limits.compactMap {
      requirement.quantity.claim($0.relation, $0.value, of: population)
    }
    // As many as the share has at least one of: 20 for 5 %.
    let needed = claims.compactMap { Percentile.samplesNeeded(for: 1 - $0.limit) }.max() ?? 0
    guard judgement.status == .met, judgement.count < needed else { return judgement }
    return Judgement(
      undecided: .tooFewSamples(judgement.count, needed: needed),
      observed: judgement.observed,
      count: judgement.count
    )
  }

  // MARK: - Single judgements

  private func judgement(on population: Population) -> Judgement {
    let judgements = requirement.bound.widened(by: requirement.deadband).limits.map {
      do throws(Indecision) {
        return try judgement(on: population, $0.relation, $0.value)
      } catch {
        return Judgement(undecided: error)
      }
    }
    // Of two limits the one that is kept worse.
    var worst = judgements.min { isWorse($0, than: $1) } ?? judgements[0]
    worst.warnings = Self.joined(judgements)
    return warned(worst)
  }

  private func judgement(
    on population: Population,
    _ relation: Relation,
    _ limit: MetricValue
  ) throws(Indecision) -> Judgement {
    let quantity = requirement.quantity
    let observed = try quantity.value(of: population, for: relation, limit)
    let status: Verdict.Status = relation.holds(observed, limit) ? .met : .missed
    var count = population.count
    if case .latency = quantity { count = population.latency?.count ?? 0 }
    if case .segment(let name, _) = quantity { count = population.segment(name)?.time?.count ?? 0 }
    var judgement = Judgement(status, observed: observed, count: count)
    let confidence = options.confidence ?? sampling?.confidence
    judgement.interval = quantity.interval(
      of: population,
      confidence: confidence ?? JudgingOptions.warningConfidence
    )
    if status == .met, let objection = missing.objection(to: relation, limit, of: population) {
      judgement.status = .undecided
      judgement.indecision = objection
      return judgement
    }
    guard let claim = quantity.claim(relation, limit, of: population) else {
      if options.warnsOfSamples {
        judgement.warnings = tooFew(count) + quantity.sampled(population, relation, limit)
      }
      return judgement
    }
    let whole = missing.added(to: claim, relation)
    if let confidence {
      decide(&judgement, by: claim, with: whole, confidence)
    } else if options.warnsOfSamples {
      judgement.warnings = tooFew(count)
      if judgement.warnings.isEmpty {
        judgement.warnings = uncertain(status == .met ? whole : claim)
      }
    }
    return judgement
  }

  /// Decides by what ended; it is met only if that holds of the whole, with what did not end.
  private func decide(
    _ judgement: inout Judgement,
    by claim: ShareClaim,
    with whole: ShareClaim,
    _ confidence: Double
  ) {
    judgement.confidence = confidence
    switch claim.decision(confidence: confidence, isSequential: isSequential) {
    case .met where whole.decision(confidence: confidence, isSequential: isSequential) != .met:
      judgement.status = .undecided
      judgement.indecision = missing.reason
    case .met: judgement.status = .met
    case .missed: judgement.status = .missed
    case .undecided:
      judgement.status = .undecided
      judgement.indecision = .notCertain(
        claim,
        confidence: confidence,
        needed: claim.samplesToDecide(confidence: confidence, isSequential: isSequential)
      )
    }
  }

  /// Warns of a percentile that too few samples can only stand in for.
  private func tooFew(_ count: Int) -> [Warning] {
    guard let quantile = requirement.quantity.quantile,
      let needed = Percentile.samplesNeeded(for: quantile), count < needed
    else { return [] }
    return [.tooFewSamples(metric: "\(requirement.quantity)", count: count, needed: needed)]
  }

  /// Warns of a sample that leaves it open on which side of the limit the truth lies.
  private func uncertain(_ claim: ShareClaim) -> [Warning] {
    let confidence = JudgingOptions.warningConfidence
    guard claim.decision(confidence: confidence, isSequential: isSequential) == .undecided
    else { return [] }
    return [
      .notCertain(
        "\(requirement)",
        count: claim.total,
        confidence: confidence,
        needed: claim.samplesToDecide(confidence: confidence, isSequential: isSequential)
      )
    ]
  }

  private func warned(_ judged: Judgement) -> Judgement {
    guard judged.status == .met, requirement.deadband > 0, let observed = judged.observed,
      !requirement.bound.holds(observed)
    else { return judged }
    var judgement = judged
    judgement.warnings.append(.withinDeadband("\(requirement)"))
    return judgement
  }

  private func ofReport() throws(Indecision) -> Judgement {
    guard report.count > 0 else { throw .nothingMeasured }
    var judgements: [Judgement] = []
    for (relation, limit) in requirement.bound.widened(by: requirement.deadband).limits {
      let observed = try requirement.quantity.value(in: report, for: relation, limit)
      // Beyond every limit is what has no figure: it keeps a limit only that it must exceed.
      let holds = observed.map { relation.holds($0, limit) } ?? !relation.isUpperLimit
      var judgement = Judgement(holds ? .met : .missed, observed: observed, count: report.count)
      if holds, let objection = missing.objection(to: relation, limit, in: report) {
        judgement.status = .undecided
        judgement.indecision = objection
      }
      judgements.append(judgement)
    }
    var worst = judgements.min { isWorse($0, than: $1) } ?? judgements[0]
    if worst.status == .met, requirement.quantity == .elapsed, let missing = report.missing {
      worst.status = .undecided
      worst.indecision = missing
    }
    if options.warnsOfSamples { worst.warnings += tooFewInPhases }
    return warned(worst)
  }

  /// Warns of phases of too few samples for the percentile by which they are compared.
  private var tooFewInPhases: [Warning] {
    guard case .change(.percentile(let quantile), let base, let phase) = requirement.quantity,
      let needed = Percentile.samplesNeeded(for: quantile)
    else { return [] }
    let counts = [base, phase].compactMap { report.phase($0)?.latency?.count }
    guard let fewest = counts.min(), fewest < needed else { return [] }
    let metric = "\(LatencyStatistic.percentile(quantile))"
    return [.tooFewSamples(metric: metric, count: fewest, needed: needed)]
  }
}

extension LoadReport {
  /// Why the time of the run is not that of all its operations, if it is not.
  fileprivate var missing: Indecision? {
    guard let generator else { return nil }
    if generator.unfinishedCount > 0 { return .unfinished(generator.unfinishedCount) }
    guard let planned = generator.plannedCount else { return nil }
    let made = generator.iterationCount ?? planned - generator.droppedCount
    return made < planned ? .notAllMade(made, of: planned) : nil
  }
}

extension Duration {
  /// The duration in seconds with at most two decimals, for the end of a run.
  fileprivate var roundedText: String {
    let hundredths = (inSeconds * 100).rounded() / 100
    let text = "\(hundredths)"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " s"
  }
}
