// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Encoded with a schema version, and without loss; with figures in nanoseconds for other programs.
///
/// The form is described in `docs/report-format.md`. What follows from the rest is written for who reads it, and not
/// read back.
extension LoadReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, load, elapsedNanoseconds, spanNanoseconds, peakInFlight, warnings, figures
    case operations, total, timeline, generator, phases, counters, probes, sampling, settling
  }

  /// Encodes the report.
  ///
  /// - Parameter encoder: Where to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try SchemaVersion.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(load, forKey: .load)
    try container.encodeIfPresent(duration: elapsed, forKey: .elapsedNanoseconds)
    try container.encodeIfPresent(duration: span, forKey: .spanNanoseconds)
    try container.encodeIfPresent(peakInFlight, forKey: .peakInFlight)
    try container.encode(parts: warnings, forKey: .warnings)
    try container.encode(OperationFigures(total), forKey: .figures)
    let forms = measured.map { OperationForm($0, whole: timeline) }
    try container.encode(forms, forKey: .operations)
    // Not where one operation is both of the load and of set-ups, or is a set-up alone.
    if assembled(from: forms).total != total {
      try container.encode(OperationForm(total, whole: timeline), forKey: .total)
    }
    try container.encodeIfPresent(timeline, forKey: .timeline)
    try container.encodeIfPresent(part: generator, forKey: .generator)
    if !phases.isEmpty { try container.encode(phases, forKey: .phases) }
    if !counters.isEmpty { try container.encode(parts: counters, forKey: .counters) }
    if !probes.isEmpty { try container.encode(parts: probes, forKey: .probes) }
    try container.encodeIfPresent(part: sampling, forKey: .sampling)
    try container.encodeIfPresent(part: settling, forKey: .settling)
  }

  /// The report with these operations, and the total that follows from them.
  private func assembled(from forms: [OperationForm]) -> LoadReport {
    LoadReport(
      name,
      load: load,
      elapsed: elapsed,
      operations: forms.filter { !$0.isSetUp }.map { $0.recorded(whole: timeline) },
      setUps: forms.filter(\.isSetUp).map { $0.recorded(whole: timeline) },
      peakInFlight: peakInFlight,
      timeline: timeline
    )
  }

  /// Decodes a report.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: `DecodingError` if the schema version is another, or if what is there contradicts itself.
  public init(from decoder: any Decoder) throws {
    try SchemaVersion.check(decoder)
    try decoder.checkDepth(of: CodingKeys.phases)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let frame = LoadReport(
      try container.decode(String.self, forKey: .name),
      load: try container.decodeIfPresent(String.self, forKey: .load),
      elapsed: try container.decodeDurationIfPresent(forKey: .elapsedNanoseconds),
      operations: [],
      peakInFlight: try container.decodeCountIfPresent(forKey: .peakInFlight),
      timeline: try container.decodeIfPresent(Timeline.self, forKey: .timeline)
    )
    let forms = try container.decode([OperationForm].self, forKey: .operations)
    try frame.check(forms, decoder)
    self = frame.assembled(from: forms)
    if let form = try container.decodeIfPresent(OperationForm.self, forKey: .total) {
      total = try frame.total(form, of: forms, decoder)
    }
    warnings = try container.decode(parts: Warning.self, forKey: .warnings)
    span = try container.decodeDurationIfPresent(forKey: .spanNanoseconds)
    generator = try container.decodeIfPresent(part: GeneratorReport.self, forKey: .generator)
    phases = try container.decodeIfPresent([LoadReport].self, forKey: .phases) ?? []
    if container.contains(.counters) {
      count(try container.decode(parts: CounterReport.self, forKey: .counters))
    }
    if container.contains(.probes) {
      probes = try container.decode(parts: ProbeReport.self, forKey: .probes)
    }
    sampling = try container.decodeIfPresent(part: SequentialSampling.self, forKey: .sampling)
    settling = try container.decodeIfPresent(part: Settling.self, forKey: .settling)
  }

  /// Refuses operations that cannot be put together.
  private func check(_ forms: [OperationForm], _ decoder: any Decoder) throws {
    let count = forms.reduce(0) { $0 + $1.magnitude }
    guard count <= largestCount else {
      throw DecodingError.contradiction(
        decoder,
        "the counts of all operations come to \(count); at most \(largestCount) are read"
      )
    }
    for form in forms where form.hasTimelineOfWhole && timeline == nil {
      throw DecodingError.contradiction(
        decoder,
        "\"\(form.recorded.name)\" has the timeline of the whole, and there is none"
      )
    }
    // A set-up of the same name would be counted in with the operation.
    var names = Set(forms.filter { !$0.isSetUp }.map(\.recorded.name))
    for form in forms where form.isSetUp && !names.insert(form.recorded.name).inserted {
      throw DecodingError.contradiction(
        decoder,
        "\"\(form.recorded.name)\" is there twice, once as a set-up"
      )
    }
  }

  /// The total that is there by itself, which must agree with the operations.
  private func total(
    _ form: OperationForm,
    of forms: [OperationForm],
    _ decoder: any Decoder
  ) throws -> OperationReport {
    let recorded = form.recorded(whole: timeline)
    let failures = forms.map(\.recorded.latency.failureCount).reduce(0, +)
    let successes = forms.map(\.recorded.latency.successCount).reduce(0, +)
    guard recorded.latency.failureCount == failures, recorded.latency.successCount <= successes,
      form.magnitude <= largestCount
    else {
      throw DecodingError.contradiction(
        decoder,
        """
        the total has \(recorded.latency.count) operations, \(recorded.latency.failureCount) failed; \
        the operations have \(successes + failures), \(failures) failed
        """
      )
    }
    return OperationReport(
      recorded.name,
      elapsed: elapsed,
      recording: recorded.latency,
      service: recorded.service,
      timeline: recorded.timeline,
      segments: recorded.segments,
      isSetUp: form.isSetUp,
      usage: recorded.usage
    )
  }
}
