// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAGates
import Testing

@Suite struct ShareTests {
  @Test func percentIsAHundredth() {
    #expect(Share.percent(5) == Share(0.05) && Share.percent(-20) == Share(-0.2))
    #expect(Share.percent(0).value == 0 && Share.percent(100).value == 1)
    #expect(Share.percent(1) < Share.percent(1.5))
  }

  /// A division by 100 misses 2,760 of these: 0.07 / 100 is 0.0007000000000000001.
  @Test func percentIsTheDecimalThatWasWritten() {
    for number in 0...10_000 {
      // Both by one division of whole numbers, which is the nearest there is.
      let hundredths = Double(number) / 100
      #expect(Share.percent(hundredths).value == Double(number) / 10_000, "\(hundredths) %")
    }
  }

  @Test func whatIsNoNumberTraps() async {
    await #expect(processExitsWith: .failure) { _ = Share.percent(.infinity) }
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Share(.nan)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("a share must be a finite number, as 0.05 for 5 % (was nan)"))
  }
}
