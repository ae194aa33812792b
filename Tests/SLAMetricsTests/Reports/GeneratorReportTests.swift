// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import Testing

@Suite struct GeneratorReportTests {
  @Test func sharesAreOfTheCoresAllowed() {
    var generator = GeneratorReport()
    #expect(generator.coresUsed == nil && generator.processorShare == nil)
    generator.cores = 2
    generator.elapsed = .seconds(2)
    generator.processorTime = .seconds(3)
    #expect(generator.coresUsed == 1.5 && generator.processorShare == 0.75)
    generator.processorTime = .seconds(5)
    #expect(generator.coresUsed == 2.5 && generator.processorShare == 1)
  }

  @Test func descriptionsSayWhatIsKnown() {
    var generator = GeneratorReport()
    #expect("\(generator)" == "")
    generator.cores = 4
    generator.elapsed = .seconds(3)
    generator.processorTime = .seconds(1)
    generator.droppedCount = 7
    #expect("\(generator)" == "0.33 of 4 cores used, 7 dropped")
  }
}
