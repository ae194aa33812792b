// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics
import SLATestSupport
import Testing

@Suite struct RealFunctionsTests {
  /// Values from tables: ln 2, e, and erfc as in 7.1 of Abramowitz and Stegun, with mpmath 1.3.
  @Test func valuesAreThoseOfTables() {
    #expect(relativeError(logarithm(2), 0.6931471805599453) < 1e-15)
    #expect(relativeError(exponential(1), 2.718281828459045) < 1e-15)
    #expect(relativeError(errorFunctionComplement(1), 0.15729920705028513) < 1e-14)
    #expect(relativeError(errorFunctionComplement(20), 5.3958656116079e-176) < 1e-12)
  }

  @Test func smallArgumentsKeepAllDigits() {
    // x − x²/2 and x + x²/2.
    #expect(logarithm(onePlus: 1e-10) == 1e-10 - 0.5e-20)
    #expect(exponentialMinusOne(1e-10) == 1e-10 + 0.5e-20)
  }

  @Test func endsAreInfiniteOrNotANumber() {
    #expect(logarithm(0) == -.infinity && logarithm(-1).isNaN)
    #expect(exponential(-800) == 0 && exponential(800) == .infinity)
    #expect(errorFunctionComplement(-40) == 2 && errorFunctionComplement(40) == 0)
  }
}
