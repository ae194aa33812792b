// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// What a user of a ``Scenario`` does in one iteration, and how often it is chosen.
public struct Flow<State: Sendable>: Sendable {
  /// The name of the operation, as reports show it; of a flow with steps, those have names of their own.
  public let name: String
  /// How often it is chosen beside the others.
  public let weight: Int
  let work: @Sendable @concurrent (LoadUser<State>) async throws -> Void

  /// Creates a flow.
  ///
  /// - Parameters:
  ///   - name: The name of the operation.
  ///   - weight: How often it is chosen: of flows with weights 3 and 1, three times out of four; at least 1.
  ///   - work: What the user does; what it throws is a failure, and what it returns is dropped.
  /// - Precondition: `weight` is at least 1.
  public init<Result>(
    _ name: String,
    weight: Int = 1,
    _ work: @escaping @Sendable @concurrent (LoadUser<State>) async throws -> Result
  ) {
    trap(unless: weight >= 1, "the weight of flow \"\(name)\" must be at least 1 (was \(weight))")
    self.name = name
    self.weight = weight
    self.work = { _ = try await work($0) }
  }
}

/// Puts the flows of a ``Scenario`` together.
@resultBuilder
public enum FlowBuilder<State: Sendable> {
  /// Takes a flow.
  public static func buildExpression(_ flow: Flow<State>) -> [Flow<State>] { [flow] }
  /// Takes several flows.
  public static func buildExpression(_ flows: [Flow<State>]) -> [Flow<State>] { flows }
  /// Puts flows in their order.
  public static func buildBlock(_ flows: [Flow<State>]...) -> [Flow<State>] {
    flows.flatMap(\.self)
  }
  /// Takes the flows of an `if` that does not hold: none.
  public static func buildOptional(_ flows: [Flow<State>]?) -> [Flow<State>] { flows ?? [] }
  /// Takes the flows of an `if`.
  public static func buildEither(first flows: [Flow<State>]) -> [Flow<State>] { flows }
  /// Takes the flows of an `else`.
  public static func buildEither(second flows: [Flow<State>]) -> [Flow<State>] { flows }
  /// Takes the flows of a loop.
  public static func buildArray(_ flows: [[Flow<State>]]) -> [Flow<State>] { flows.flatMap(\.self) }
}
