// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with the lateness as its histogram; figures that the system does not tell are left out.
extension GeneratorReport: EncodedPart {
  private enum CodingKeys: String, CodingKey {
    case plannedCount, iterationCount, usersNotSetUp, askedPerSecond, reachedPerSecond, droppedCount
    case unfinishedCount, abandonedCount, overrunCount, lateness, latenessFigures, warmUpCount
    case users, isStoppedEarly, cores, elapsedNanoseconds, processorNanoseconds
    case busiestThreadShare, runQueueNanoseconds, otherProcessorShare, processorPressure
    case isDebugBuild, sanitizers
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(plannedCount, forKey: .plannedCount)
    try container.encodeIfPresent(iterationCount, forKey: .iterationCount)
    try container.encode(usersNotSetUp, forKey: .usersNotSetUp)
    try container.encodeIfPresent(number: askedRate?.perSecond, forKey: .askedPerSecond)
    try container.encodeIfPresent(number: reachedRate?.perSecond, forKey: .reachedPerSecond)
    try container.encode(droppedCount, forKey: .droppedCount)
    try container.encode(unfinishedCount, forKey: .unfinishedCount)
    try container.encode(abandonedCount, forKey: .abandonedCount)
    try container.encode(overrunCount, forKey: .overrunCount)
    try container.encodeIfPresent(part: lateness, forKey: .lateness)
    try container.encodeIfPresent(lateness.map(LatencyFigures.init), forKey: .latenessFigures)
    try container.encode(warmUpCount, forKey: .warmUpCount)
    try container.encode(users, forKey: .users)
    try container.encode(isStoppedEarly, forKey: .isStoppedEarly)
    try container.encode(cores, forKey: .cores)
    try container.encodeIfPresent(duration: elapsed, forKey: .elapsedNanoseconds)
    try container.encodeIfPresent(duration: processorTime, forKey: .processorNanoseconds)
    try container.encodeIfPresent(number: busiestThreadShare, forKey: .busiestThreadShare)
    try container.encodeIfPresent(duration: runQueueDelay, forKey: .runQueueNanoseconds)
    try container.encodeIfPresent(number: otherProcessorShare, forKey: .otherProcessorShare)
    try container.encodeIfPresent(number: processorPressure, forKey: .processorPressure)
    try container.encode(isDebugBuild, forKey: .isDebugBuild)
    try container.encode(sanitizers, forKey: .sanitizers)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    plannedCount = try container.decodeCountIfPresent(forKey: .plannedCount)
    iterationCount = try container.decodeCountIfPresent(forKey: .iterationCount)
    usersNotSetUp = try container.decodeCount(forKey: .usersNotSetUp)
    askedRate = try container.decodeRateIfPresent(forKey: .askedPerSecond)
    reachedRate = try container.decodeRateIfPresent(forKey: .reachedPerSecond)
    droppedCount = try container.decodeCount(forKey: .droppedCount)
    unfinishedCount = try container.decodeCount(forKey: .unfinishedCount)
    abandonedCount = try container.decodeCount(forKey: .abandonedCount)
    overrunCount = try container.decodeCount(forKey: .overrunCount)
    lateness = try container.decodeIfPresent(part: Summary.self, forKey: .lateness)
    warmUpCount = try container.decodeCount(forKey: .warmUpCount)
    users = try container.decodeCount(forKey: .users)
    isStoppedEarly = try container.decode(Bool.self, forKey: .isStoppedEarly)
    cores = try container.decodeCount(forKey: .cores)
    elapsed = try container.decodeDuration(forKey: .elapsedNanoseconds)
    processorTime = try container.decodeDurationIfPresent(forKey: .processorNanoseconds)
    busiestThreadShare = try container.decodeShareIfPresent(forKey: .busiestThreadShare)
    runQueueDelay = try container.decodeDurationIfPresent(forKey: .runQueueNanoseconds)
    otherProcessorShare = try container.decodeShareIfPresent(forKey: .otherProcessorShare)
    processorPressure = try container.decodeShareIfPresent(forKey: .processorPressure)
    isDebugBuild = try container.decode(Bool.self, forKey: .isDebugBuild)
    sanitizers = try container.decode([String].self, forKey: .sanitizers)
    guard cores >= 1 else {
      throw DecodingError.contradiction(decoder, "a process has at least 1 core (was \(cores))")
    }
  }
}
