// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Ingest
import Testing

@Suite struct UploadProfileTests {
  private let delays = (1...2000).map { UploadProfile.realistic(scale: 1).delay(ofFile: $0) }

  @Test func zeroTakesNoTime() {
    #expect(UploadProfile.zero.delay(ofFile: 1) == .zero)
    #expect(UploadProfile.realistic(scale: 0).delay(ofFile: 1) == .zero)
  }

  @Test func delaysFollowFromTheFileAndTheSeed() {
    #expect(delays == (1...2000).map { UploadProfile.realistic(scale: 1).delay(ofFile: $0) })
    #expect(Set(delays).count == delays.count)
    let other = UploadProfile.realistic(scale: 1, seed: 1)
    #expect(zip(1..., delays).allSatisfy { other.delay(ofFile: $0) != $1 })
  }

  @Test func scaleMultiplies() {
    let short = UploadProfile.realistic(scale: 0.25).delay(ofFile: 7)
    #expect(abs(short / delays[6] - 0.25) < 1e-6)
  }

  @Test func delaysAreLogNormal() {
    let milliseconds = delays.map { $0 / .milliseconds(1) }.sorted()
    let mean = milliseconds.reduce(0, +) / 2000
    // The median is 80 ms; the mean 80 ms · exp(0.8² / 2) = 110 ms, of which 2,000 files are
    // 2 % off at random; P95 80 ms · exp(1.645 · 0.8) = 298 ms.
    #expect(milliseconds[0] > 0)
    #expect((72...88).contains(milliseconds[1000]))
    #expect((99...121).contains(mean))
    #expect((253...343).contains(milliseconds[1900]))
  }

  @Test func scaleBelowZeroIsAMistake() async {
    await #expect(processExitsWith: .failure) { _ = UploadProfile.realistic(scale: -1) }
  }
}
