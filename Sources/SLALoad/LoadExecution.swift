// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// On what threads operations run.
public struct LoadExecution: Sendable, Hashable, CustomStringConvertible {
  let isBlocking: Bool

  /// On Swift's own threads, of which there are as many as cores: for operations that wait by `await`.
  public static let cooperative = LoadExecution(isBlocking: false)
  /// Each user on a thread of its own: for operations that block, such as synchronous clients.
  ///
  /// A task executor with one thread. What runs on an actor runs on the actor's threads nevertheless.
  public static let blocking = LoadExecution(isBlocking: true)

  /// The name: `blocking`.
  public var description: String { isBlocking ? "blocking" : "cooperative" }
}

/// The execution of operations that wait for nothing by `await`: each user on a thread of its own.
///
/// Write `.blocking`; there is no need to name this type.
public struct BlockingExecution: Sendable, Hashable {
  /// Each user on a thread of its own.
  public static let blocking = BlockingExecution()
}
