// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import SLAMetrics
import Testing

/// Whole texts: lines of an SLA, texts of generated requirements, and such texts broken.
@Suite struct RequirementParsingTests {
  @Test func linesOfAnSLAAreItsRequirements() throws {
    let text = """
      # what the pilot promises
      p95 of search <= 300 ms

        # and, for all,
        error rate <= 1 %\r
      \t
      throughput >= 60 /s
      """
    let expected = [
      (Metric.p95 <= .milliseconds(300)).on("search"), .errorRate <= 0.01,
      .throughput >= .perSecond(60),
    ]
    #expect(try SLA("pilot", parsing: text) == SLA("pilot", expected))
    #expect(try SLA(parsing: text).name == nil)
    #expect(try SLA(parsing: "# nothing\n\n").requirements.isEmpty)
  }

  @Test func everyFaultOfAnSLAIsGivenWithItsLine() {
    let text = """
      p95 <= 300

      throughput >= 60 /s
      # a comment
        eror rate <= 1 %
      peak depth <= 1 ms
      """
    let error = #expect(throws: RequirementError.self) { try SLA(parsing: text) }
    #expect(error?.faults.map(\.line) == [1, 5, 6])
    #expect(error?.faults.map(\.column) == [11, 3, 17])
    #expect(
      error?.faults.map(\.text) == ["p95 <= 300", "  eror rate <= 1 %", "peak depth <= 1 ms"]
    )
    #expect(
      "\(error?.faults.last.map(String.init) ?? "")" == """
        line 6, column 17: found "ms"; there could stand: deadband, the end
          peak depth <= 1 ms
                          ^
        """
    )
  }

  // MARK: - Generated texts

  @Test func generatedRequirementsReadBack() {
    let seed: UInt64 = 2_026
    var generator = GeneratedRequirement(seed: seed)
    for index in 0..<5_000 {
      let requirement = generator.next()
      let text = "\(requirement)"
      let isSame = (try? Requirement(parsing: text)) == requirement
      #expect(isSame && !text.contains(where: \.isNewline), "seed \(seed), case \(index): \(text)")
    }
  }

  /// As lines of an SLA too, whatever characters their names have.
  @Test func generatedSLAsReadBack() throws {
    var generator = GeneratedRequirement(seed: 7)
    let sla = SLA("all", (0..<500).map { _ in generator.next() })
    #expect(try SLA("all", parsing: "\(sla)") == sla)
  }

  /// Characters deleted, put in, replaced and swapped: read or refused, at a place that there is.
  @Test func mutatedTextsAreReadOrHaveAColumn() {
    let seed: UInt64 = 66
    var generator = GeneratedRequirement(seed: seed)
    var random = SplitMix64(seed: seed)
    let alphabet = Array("p9.5e-+% <>=\"\\{}/,#amsunµ\t\n\u{301}🇩") + ["\r\n"]
    for index in 0..<3_000 {
      var text = Array("\(generator.next())")
      for _ in 0..<Int.random(in: 1...4, using: &random) where !text.isEmpty {
        let place = Int.random(in: text.indices, using: &random)
        let character = alphabet[Int.random(in: alphabet.indices, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: text.remove(at: place)
        case 1: text.insert(character, at: place)
        case 2: text[place] = character
        case 3: text.swapAt(place, Int.random(in: text.indices, using: &random))
        default: text.removeSubrange(place...)
        }
      }
      let mutated = String(text)
      do throws(RequirementError) {
        let requirement = try Requirement(parsing: mutated)
        // What is read is a requirement like any other.
        #expect((try? Requirement(parsing: "\(requirement)")) == requirement, "\(mutated)")
      } catch {
        let columns = error.faults.map(\.column)
        #expect(
          columns.count == 1 && (1...mutated.count + 1).contains(columns[0]),
          "seed \(seed), case \(index): \(mutated) at \(columns)"
        )
        #expect(!error.description.isEmpty)
      }
    }
  }
}
