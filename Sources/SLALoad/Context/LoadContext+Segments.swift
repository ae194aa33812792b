// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

// Parts of an operation.
extension LoadContext {
  /// Times a part of the operation.
  ///
  /// ```swift
  /// let report = try await LoadTest("POST /jobs", .users(16, requests: 240)) { context in
  ///   let job = try context.segment("parse") { try parse() }
  ///   try await context.segment("store") { try await store(job) }
  /// }.run()
  /// report.operations[0].segment("store")?.time.p95
  /// ```
  ///
  /// Only operations that succeed count, as in their latency. Calls one after another add up in an operation; calls
  /// at once count once. A call within a call of the same task is within that segment, and its time is not self time of
  /// that one. What a child task calls is within a segment only if it uses the context that this was given:
  ///
  /// ```swift
  /// try await context.segment("load") { load in
  ///   async let user = load.segment("user") { try await user() }
  ///   async let cart = load.segment("cart") { try await cart() }
  ///   return try await (user, cart)
  /// }
  /// ```
  ///
  /// A call that ends after its operation is dropped and counted, which a warning says. At most 200 names are told apart,
  /// and 1,024 calls of an operation are kept.
  ///
  /// - Parameters:
  ///   - name: The name of the segment; no identifiers.
  ///   - work: What is timed.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws; the time until then counts if the operation succeeds.
  /// - Complexity: Two readings of the clock and a few nanoseconds; in a child task a lock that no other
  ///   operation takes.
  @discardableResult
  public func segment<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let call = segments.begin(name)
    defer { segments.end(call) }
    return try work()
  }

  /// Times a part of the operation, which is given a context within the segment.
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
    let call = segments.begin(name)
    defer { segments.end(call) }
    return try work(within(call))
  }

  /// Times an asynchronous part of the operation.
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
    let call = segments.begin(name)
    defer { segments.end(call) }
    return try await work()
  }

  /// Times an asynchronous part of the operation, which is given a context within the segment.
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
    let call = segments.begin(name)
    defer { segments.end(call) }
    return try await work(within(call))
  }

  /// Adds to a segment a duration that was measured elsewhere, such as a client's time to connect.
  ///
  /// It has no place in time: it adds up with what else is measured of the segment, and is no self time of the segment
  /// within which this is called.
  ///
  /// - Parameters:
  ///   - name: The name of the segment.
  ///   - duration: How long it took; a negative duration counts as zero.
  public func record(_ name: String, _ duration: Duration) {
    segments.add(name, max(duration.wholeNanoseconds, 0))
  }

  /// Whether the operation is still at work: what is recorded later is in no figure.
  package var isAtWork: Bool { segments.isAtWork }
}
