// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What an operation under load knows of itself.
public struct LoadContext: Sendable, Hashable {
  private let shortUser: Int32
  private let shortPhase: Int32
  /// The number of the operation within its phase, in `0...`: a load of 818 requests has those of `0..<818`.
  ///
  /// No two operations of a phase have the same. Each phase begins again, and so does a warm-up: for what must not
  /// exist twice, as a name in a database, take ``id``.
  public let iteration: Int
  /// How many operations the same user began before this one, in `0...`, or `Int.min` for `nil`.
  private let ownTurn: Int
  package let seed: UInt64
  /// Where its segments are noted.
  private(set) var segments = SegmentPlace.nowhere

  @inline(__always)
  package init(user: Int, iteration: Int, phase: Int = 0, turn: Int? = nil, seed: UInt64 = 0) {
    shortUser = Int32(truncatingIfNeeded: user)
    shortPhase = Int32(truncatingIfNeeded: phase)
    self.iteration = iteration
    ownTurn = turn ?? .min
    self.seed = seed
  }

  /// The same within a segment.
  func within(_ call: Int) -> LoadContext { noting(segments.within(call)) }

  /// The same with segments that are noted elsewhere.
  @inline(__always)
  func noting(_ segments: SegmentPlace) -> LoadContext {
    var context = self
    context.segments = segments
    return context
  }

  /// The user that runs the operation, in `0..<users`; of arrivals the worker, in `0..<maxInFlight`.
  public var user: Int { Int(shortUser) }
  /// The number of the phase, in `0...`, pauses not counted; -1 in the warm-up.
  public var phase: Int { Int(shortPhase) }
  /// How many operations the same user began before this one, or `nil` where random numbers do not go by that.
  package var turn: Int? { ownTurn == .min ? nil : ownTurn }

  /// A short name that no other operation of the run has: `0-17`, and `w-17` in the warm-up.
  public var id: String { "\(phase < 0 ? "w" : "\(phase)")-\(iteration)" }

  /// A source of random numbers for this operation, by the seed of the load test.
  ///
  /// Every call starts the same sequence; keep the generator in a variable to go on. The same seed gives the same
  /// numbers in each run: to each ``iteration``, whoever runs it. Where time decides how many operations there are
  /// (`.users(k, for: d)`), each user has a sequence of its own instead, from its first operation to its last. The
  /// operations of a ``Scenario`` go by their iteration always, and the set-up of a user by its number.
  ///
  /// - Returns: A generator that depends on the seed, the phase, and the iteration or the user's turn.
  public func generator() -> SeededGenerator {
    turn.map { SeededGenerator(seed: seed, user, $0) }
      ?? SeededGenerator(seed: seed, iteration, SeededGenerator.ofIteration)
  }

  /// The same operation with the random numbers of its iteration.
  func byIteration() -> LoadContext {
    LoadContext(user: user, iteration: iteration, phase: phase, seed: seed).noting(segments)
  }

  /// The same operation with the random numbers of its user's set-up.
  func bySetUp() -> LoadContext {
    let turn = SeededGenerator.ofSetUp
    return LoadContext(user: user, iteration: iteration, phase: phase, turn: turn, seed: seed)
  }
}

extension LoadContext {
  /// Whether two contexts are of one operation, within whatever segments.
  public static func == (left: LoadContext, right: LoadContext) -> Bool {
    left.shortUser == right.shortUser && left.shortPhase == right.shortPhase
      && left.iteration == right.iteration && left.ownTurn == right.ownTurn
      && left.seed == right.seed
  }

  /// Hashes what tells operations apart.
  ///
  /// - Parameter hasher: What hashes it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(shortUser)
    hasher.combine(shortPhase)
    hasher.combine(iteration)
    hasher.combine(ownTurn)
    hasher.combine(seed)
  }
}
