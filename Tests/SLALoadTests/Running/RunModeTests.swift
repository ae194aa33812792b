// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLALoad
import Testing

@Suite struct RunModeTests {
  @Test(
    arguments: [
      ([:], .full, 1), (["SLA_MODE": "", "SLA_SCALE": ""], .full, 1),
      (["SLA_MODE": "full"], .full, 1), (["SLA_MODE": "smoke"], .smoke, 1),
      (["SLA_MODE": "off", "SLA_SCALE": "0.5"], .off, 0.5),
      (["SLA_SCALE": "0.1"], .full, 0.1), (["SLA_SCALE": "1e-3"], .full, 0.001),
      (["SLA_SCALE": "100"], .full, 100), (["SLA_PROGRESS": "fast"], .full, 1),
    ] as [([String: String], RunMode.Kind, Double)]
  )
  func environmentSaysHowTestsRun(
    environment: [String: String],
    kind: RunMode.Kind,
    scale: Double
  ) throws {
    let mode = try RunMode(environment: environment)
    #expect(mode.kind == kind && mode.scale == scale)
  }

  @Test(arguments: ["fast", "Smoke", " off", "1"])
  func unknownModesAreErrors(value: String) {
    let error = #expect(throws: RunModeError.self) {
      try RunMode(environment: ["SLA_MODE": value, "SLA_SCALE": "0.1"])
    }
    #expect(error?.code == .unknownMode && error?.variable == "SLA_MODE" && error?.value == value)
    #expect(
      error?.description
        == "the environment variable SLA_MODE is \"\(value)\"; set it to full, smoke or off, or not at all"
    )
  }

  // 100.00000000000001 is the number after 100.
  @Test(arguments: ["0", "-0.1", "abc", "nan", "inf", "-0", "10%", "0,1", "100.00000000000001"])
  func scalesThatAreNoneAreErrors(value: String) {
    let error = #expect(throws: RunModeError.self) {
      try RunMode(environment: ["SLA_SCALE": value])
    }
    #expect(error?.code == .invalidScale && error?.variable == "SLA_SCALE" && error?.value == value)
    #expect(
      error?.description == """
        the environment variable SLA_SCALE is "\(value)"; set it to a number above 0 and at most 100, such as 0.1, \
        or not at all
        """
    )
  }

  @Test func modeOfATestIsThatOfItsVariables() {
    RunMode.$environment.withValue(["SLA_MODE": "off"]) {
      let kind = try? RunMode.current.kind
      #expect(kind == .off)
      #expect(RunMode.currentKind == .off)
    }
    // What is not understood is no reason to judge less.
    RunMode.$environment.withValue(["SLA_MODE": "fast"]) {
      #expect(throws: RunModeError.self) { try RunMode.current }
      #expect(RunMode.currentKind == .full)
    }
  }
}
