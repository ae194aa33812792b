// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import SLATesting
import Testing

/// What guides and documents show is what the library gives.
@Suite struct GuideTests {
  private static let comparing =
    "Sources/SLATesting/SLATesting.docc/Guides/comparing-configurations.md"
  private static let sla: SLA = [.p95 <= .milliseconds(400), .errorRate <= 0]

  /// The steps that the code of the guide asks for, three times 240 requests each.
  @Test func sweepShownIsTheOnePrinted() throws {
    let sweep = SweepReport.fixture(
      [
        2: [980, 1_000, 1_020], 4: [610, 623, 636], 8: [600, 630, 640], 16: [480, 490, 500],
        32: [390, 400, 410],
      ],
      p95: [2: 20, 4: 64, 8: 128, 16: 327, 32: 800],
      count: 240
    )
    let lines =
      sweep.findings.map(\.sentence) + ["\(sweep.recommended(meeting: Self.sla))"]
    let text = "```text\n\(sweep.table)\n\(lines.joined(separator: "\n"))\n```\n"
    #expect(try Repository.text(Self.comparing).contains(text), "\(text)")
  }

  private func row(_ name: String, _ runs: [LoadReport]) -> MatrixReport.Row {
    var row = MatrixReport.Row(name, profile: nil)
    row.runs = runs
    return row
  }

  /// A run of 240 requests at a rate, whose latencies rise evenly to a P95 in milliseconds.
  private func run(p95: Int, by step: Int, rate: Double, pending: Double) -> LoadReport {
    var report = LoadReport.fixture(
      latencies: (0..<240).map { .milliseconds(p95 + ($0 - 227) * step) },
      elapsed: .seconds(240 / rate)
    ).probed("pending", [0: 0, 50: pending], loadEnd: 60)
    report.settling = Settling(limit: .seconds(5), duration: .milliseconds(3))
    return report
  }

  @Test func matrixShownIsTheOnePrinted() throws {
    var broken = row("broken", [])
    broken.faults = Array(repeating: FailureKind("port in use"), count: 3)
    let matrix = MatrixReport([
      row("baseline", [260, 263, 266].map { run(p95: $0, by: 1, rate: 100, pending: 0) }),
      row("high_workers", [455, 458, 461].map { run(p95: $0, by: 2, rate: 62.3, pending: 1) }),
      broken,
    ])
    let choice = matrix.recommended(meeting: Self.sla, by: .p95)
    let text = "```text\n\(matrix.table(Self.sla))\n\(choice)\n```\n"
    #expect(try Repository.text(Self.comparing).contains(text), "\(text)")
  }

  /// Every word with which a quantity is written stands in the grammar, in quotation marks.
  @Test func grammarHasEveryQuantityThatIsRead() throws {
    let document = try Repository.text("docs/requirement-text.md")
    let quoted = document.matches(of: /"([a-zµ ]+)"/).flatMap { $0.output.1.split(separator: " ") }
    let error = #expect(throws: RequirementError.self) { try Requirement(parsing: "nothing") }
    let message = "\(try #require(error))"
    let list = try #require(message.firstMatch(of: /there could stand: (.*)/)).output.1
    let words = list.matches(of: /\b[a-z]+\b/).map(\.output)
    #expect(words.contains("elapsed") && words.contains("counter"))
    for word in words where word != "status" {
      #expect(quoted.contains(word), "\(word)")
    }
  }
}
