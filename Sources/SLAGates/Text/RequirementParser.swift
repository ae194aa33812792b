// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

/// Reads a requirement from a line of text.
struct RequirementParser {
  var scanner: TextScanner

  init(_ text: String) {
    scanner = TextScanner(text)
  }

  mutating func requirement() throws(RequirementError) -> Requirement {
    let quantity = try quantity()
    let (scope, window) = try scope(of: quantity)
    let (bound, place) = try bound(of: quantity, scope, window)
    if let fault = Requirement.fault(of: quantity, bound) { throw scanner.fault(fault, at: place) }
    var requirement = Requirement(quantity, bound, scope: scope)
    requirement.window = window
    let hasDeadband = scanner.take("deadband")
    if hasDeadband { requirement.deadband = try deadband() }
    guard scanner.isAtEnd else { throw trailing(hasDeadband ? [] : ["deadband"]) }
    return requirement
  }

  private mutating func deadband() throws(RequirementError) -> Double {
    let place = scanner.place
    let share = try share()
    guard share >= 0, share < 1 else {
      throw scanner.fault("a deadband is below 100 %, and not negative", at: place)
    }
    return share
  }

  private mutating func trailing(_ possible: [String]) -> RequirementError {
    let word = scanner.word
    guard ["of", "in", "excluding"].contains(word) else {
      return scanner.unexpected(possible + ["the end"])
    }
    return scanner.fault("\"\(word)\" stands before the comparison", at: scanner.place)
  }

  /// A name, in quotation marks or plain.
  mutating func name(_ meanings: String...) throws(RequirementError) -> String {
    if let name = try scanner.quoted() { return name }
    let (word, place) = (scanner.word, scanner.place)
    guard NameText.isPlain(word) else {
      let quoted = word.isEmpty ? [] : [NameText.quoted(word)]
      throw scanner.unexpected(meanings + quoted)
    }
    _ = scanner.take(word)
    guard scanner.isBehindWord else {
      throw scanner.fault(
        "a name of more than letters, digits and _ - . / : stands in quotation marks",
        at: place
      )
    }
    return word
  }

  // MARK: - Scope

  private mutating func scope(
    of quantity: Quantity
  ) throws(RequirementError) -> (Scope, Duration?) {
    var scope = Scope()
    var window: Duration?
    while true {
      let place = scanner.place
      if scanner.take("of") {
        try require(quantity.isOfOperations, "the \(quantity) is not one of operations", at: place)
        try require(scope.operations == .all, "a requirement is of one operation", at: place)
        scope.operations = try operations()
      } else if scanner.take("in phase") {
        try require(quantity.isOfOperations, "the \(quantity) is not one of operations", at: place)
        try require(scope.phase == nil, "a requirement is of one phase", at: place)
        scope.phase = try name("the name of a phase")
      } else if scanner.take("in every") {
        try require(quantity.isKnownByWindow, quantity.notKnownByWindow, at: place)
        try require(window == nil, "a requirement has windows of one length", at: place)
        let place = scanner.place
        window = try duration()
        try require(window != .zero, "the length of a window must be above zero", at: place)
      } else if scanner.take("excluding") {
        try require(quantity.isOfOperations, "the \(quantity) is not one of operations", at: place)
        try exclusions(&scope)
      } else if scanner.take("in") {
        throw scanner.unexpected(["phase", "every"])
      } else {
        return (scope, window)
      }
      if case .one = scope.operations, !scope.excludedOperations.isEmpty {
        throw scanner.fault("nothing can be excluded from one operation", at: place)
      }
    }
  }

  private mutating func operations() throws(RequirementError) -> Scope.Operations {
    guard scanner.take("every") else {
      return .one(try name("the name of an operation", "every operation"))
    }
    guard scanner.take("operation") else {
      throw scanner.unexpected(["operation"])
    }
    return .every
  }

  private func require(
    _ condition: Bool,
    _ message: @autoclosure () -> String,
    at place: Int
  ) throws(RequirementError) {
    guard condition else { throw scanner.fault(message(), at: place) }
  }

  private mutating func exclusions(_ scope: inout Scope) throws(RequirementError) {
    repeat {
      if let category = category(before: "failures") {
        if !scope.excludedFailures.contains(category) { scope.excludedFailures.append(category) }
      } else {
        let name = try name("the name of an operation", "throttled failures")
        if !scope.excludedOperations.contains(name) { scope.excludedOperations.append(name) }
      }
    } while scanner.take(oneOf: [","]) != nil
  }

  /// A category of failures, if one comes next with a word behind it.
  mutating func category(before word: String) -> FailureCategory? {
    FailureCategory.all.first { scanner.take("\($0) \(word)") }
  }

  // MARK: - Bound

  private mutating func bound(
    of quantity: Quantity,
    _ scope: Scope,
    _ window: Duration?
  ) throws(RequirementError) -> (Bound, place: Int) {
    if scanner.take("between") {
      let place = scanner.place
      let lower = try limit(of: quantity)
      guard scanner.take("and") else { throw scanner.unexpected(["and"]) }
      return (.between(lower, try limit(of: quantity)), place)
    }
    let signs = Relation.allCases.map(\.rawValue).sorted { $0.count > $1.count }
    guard let sign = scanner.take(oneOf: signs), let relation = Relation(rawValue: sign) else {
      throw scanner.unexpected(Self.comparisons + continuations(quantity, scope, window))
    }
    let place = scanner.place
    return (.limit(relation, try limit(of: quantity)), place)
  }

  private static let comparisons = Relation.allCases.map(\.rawValue) + ["between"]

  /// What could come before a comparison.
  private func continuations(
    _ quantity: Quantity,
    _ scope: Scope,
    _ window: Duration?
  ) -> [String] {
    var words: [String] = []
    if scope.isWhole, window == nil {
      if case .latency(.percentile) = quantity { words.append("of segment") }
      if case .latency = quantity { words.append("change from phase") }
      if quantity == .throughput(withFailures: false) { words.append("with failures") }
    }
    if quantity.isOfOperations {
      if scope.operations == .all, scope.excludedOperations.isEmpty { words.append("of") }
      if scope.phase == nil { words.append("in phase") }
      words.append("excluding")
    }
    if quantity.isKnownByWindow, window == nil { words.append("in every") }
    return words
  }
}
