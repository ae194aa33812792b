// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The step that a task is in.
enum Step {
  /// Where the segments of the step are noted; child tasks know it too.
  @TaskLocal static var segments: SegmentPlace?
}

// Parts of a step, or of a flow without steps.
extension LoadUser {
  /// The context in which segments are noted: of the step at work, or of the flow.
  var noted: LoadContext { Step.segments.map { context.noting($0) } ?? context }

  /// Times a part of the step at work, or of the flow if that has no steps.
  ///
  /// As `LoadContext.segment`. Segments of a flow that are outside of its steps belong to no operation: they are dropped
  /// and counted, which a warning says.
  ///
  /// - Parameters:
  ///   - name: The name of the segment; no identifiers.
  ///   - work: What is timed.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  @discardableResult
  public func segment<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    try noted.segment(name, work)
  }

  /// Times a part of the step at work, which is given a context within the segment.
  ///
  /// - Parameters:
  ///   - name: The name of the segment.
  ///   - work: What is timed; child tasks call segments of the context that it is given.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  @discardableResult
  public func segment<Result>(
    _ name: String,
    _ work: (LoadContext) throws -> Result
  ) rethrows -> Result {
    try noted.segment(name, work)
  }

  /// Times an asynchronous part of the step at work, or of the flow if that has no steps.
  ///
  /// - Parameters:
  ///   - name: The name of the segment.
  ///   - work: What is timed.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  @discardableResult
  public func segment<Result>(
    _ name: String,
    _ work: @concurrent () async throws -> Result
  ) async rethrows -> Result {
    try await noted.segment(name, work)
  }

  /// Times an asynchronous part of the step at work, which is given a context within the segment.
  ///
  /// - Parameters:
  ///   - name: The name of the segment.
  ///   - work: What is timed; child tasks call segments of the context that it is given.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  @discardableResult
  public func segment<Result>(
    _ name: String,
    _ work: @concurrent (LoadContext) async throws -> Result
  ) async rethrows -> Result {
    try await noted.segment(name, work)
  }

  /// Adds to a segment a duration that was measured elsewhere.
  ///
  /// - Parameters:
  ///   - name: The name of the segment.
  ///   - duration: How long it took; a negative duration counts as zero.
  public func record(_ name: String, _ duration: Duration) { noted.record(name, duration) }
}
