// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

package import SLAMetrics

/// When a load has run long enough for an SLA: once every requirement is decided, or cannot be any more.
///
/// By evidence that may be looked at after every operation (``SLAMetrics/SequentialEvidence``), of each requirement
/// by itself. Requirements that are facts of a run, such as a maximum or a throughput, and those by window, are
/// judged when it is over, and not waited for. Operations in flight end after the decision and are in the verdict, which they
/// can leave open where a service is near its limit; counting them beforehand as what would undo it makes a clear
/// service take thousands of operations of many users.
package struct DecisionRule: Sendable {
  private let sla: SLA
  private let confidence: Double
  private let limit: Int

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - sla: What is to be decided.
  ///   - confidence: A share in `0..<1`.
  ///   - limit: How many operations there will be at most, at least 1.
  package init(_ sla: SLA, confidence: Double, limit: Int) {
    JudgingOptions.require(confidence)
    trap(unless: limit >= 1, "the most operations must be at least 1 (was \(limit))")
    self.sla = sla
    self.confidence = confidence
    self.limit = limit
  }

  /// Whether a load that measured so much has run long enough.
  package func isOver(_ report: LoadReport) -> Bool {
    guard report.count < limit else { return true }
    var claims: [ShareClaim] = []
    for requirement in sla.requirements where requirement.window == nil {
      do throws(Indecision) {
        claims += try requirement.claims(on: report)
      } catch {
        // What has not been seen may come yet.
        return false
      }
    }
    return !claims.isEmpty
      && claims.allSatisfy {
        isSettled($0, remaining: limit - report.count)
      }
  }

  /// Whether a claim is decided, or cannot be any more by so many further operations.
  func isSettled(_ claim: ShareClaim, remaining: Int) -> Bool {
    let best = claim.adding(remaining, exceeding: 0)
    let worst = claim.adding(remaining, exceeding: remaining)
    return decision(on: claim) != .undecided
      || (decision(on: best) != .met && decision(on: worst) != .missed)
  }

  private func decision(on claim: ShareClaim) -> SequentialEvidence.Decision {
    claim.evidence.decision(confidence: confidence)
  }
}

extension ShareClaim {
  /// The same of a larger sample.
  func adding(_ count: Int, exceeding: Int) -> ShareClaim {
    ShareClaim(exceeding: self.exceeding + exceeding, of: total + count, limit: limit)
  }
}

extension Requirement {
  /// The claims about shares that the requirement comes to, with the samples they are judged by.
  ///
  /// - Returns: None for requirements that are facts of a run.
  /// - Throws: If nothing was measured of what is meant.
  func claims(on report: LoadReport) throws(Indecision) -> [ShareClaim] {
    guard quantity.isOfOperations, quantity.isOfShares else { return [] }
    var claims: [ShareClaim] = []
    for population in try scope.populations(of: report) {
      for (relation, limit) in bound.widened(by: deadband).limits {
        _ = try quantity.value(of: population, for: relation)
        if let claim = quantity.claim(relation, limit, of: population) { claims.append(claim) }
      }
    }
    return claims
  }
}
