// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension Requirement {
  /// Reads a requirement from its canonical text.
  ///
  /// ```swift
  /// try Requirement(parsing: "p95 of recipes_search < 1200 ms")
  /// try Requirement(parsing: "error rate excluding harvest_auto <= 0.5 %")
  /// try Requirement(parsing: "throughput >= 90 /s")
  /// try Requirement(parsing: "peak pending_dispatch <= 1")
  /// ```
  ///
  /// A quantity, then of what it is (`of NAME`, `of every operation`, `in phase NAME`, `excluding NAME, throttled
  /// failures`, `in every 10 s`, in any order), then `<`, `<=`, `>`, `>=` or `between … and …` with the limit, then a
  /// `deadband` in %. Units are ns, µs or us, ms, s and min, %, /s and /min. Names that are more than a word stand in
  /// quotation marks, in which `\"`, `\\`, `\n`, `\r`, `\t` and `\u{…}` are escapes. What ``description`` gives
  /// reads back to an equal requirement.
  ///
  /// - Parameter text: The text, in one line.
  /// - Throws: ``RequirementError`` with the column, and what could stand there.
  public init(parsing text: String) throws(RequirementError) {
    var parser = RequirementParser(text)
    self = try parser.requirement()
  }
}

extension SLA {
  /// Reads an SLA from the canonical texts of its requirements, one a line.
  ///
  /// Empty lines, and those that begin with `#`, are left out.
  ///
  /// - Parameters:
  ///   - name: The name, or `nil`.
  ///   - text: The lines.
  /// - Throws: ``RequirementError`` with everything that is wrong.
  public init(_ name: String? = nil, parsing text: String) throws(RequirementError) {
    var requirements: [Requirement] = []
    var faults: [RequirementError.Fault] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let start = line.first { !$0.isWhitespace }
      guard let start, start != "#" else { continue }
      do throws(RequirementError) {
        requirements.append(try Requirement(parsing: String(line)))
      } catch {
        for var fault in error.faults {
          fault.line = index + 1
          faults.append(fault)
        }
      }
    }
    guard faults.isEmpty else { throw RequirementError(faults) }
    self.init(name, requirements)
  }
}
