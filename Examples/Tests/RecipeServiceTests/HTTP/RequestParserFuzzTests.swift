// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import XCTest

@testable import RecipeService

final class RequestParserFuzzTests: XCTestCase {
  func testMutationsNeverTrapAndDoNotDependOnTheCut() {
    for seed in 1...1500 {
      var random = SplitMix64(seed: UInt64(seed))
      let bytes = mutated(Array(Parsing.pipelined.utf8), &random)
      let cut = random.number(below: bytes.count + 1)
      let whole = outcome([bytes[...]])
      let pieces = outcome([bytes[..<cut], bytes[cut...]])
      XCTAssertEqual(
        whole,
        pieces,
        "seed \(seed), cut at \(cut): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
      )
    }
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let telling = Array("\r\n\0 \t:;%?&=0fF+-\u{7f}\u{ff}".utf8)
    for _ in 0...random.number(below: 6) {
      let index = random.number(below: bytes.count)
      switch random.number(below: 5) {
      case 0: bytes[index] = UInt8(random.number(below: 256))
      case 1: bytes[index] = telling[random.number(below: telling.count)]
      case 2: bytes.remove(at: index)
      case 3: bytes.insert(telling[random.number(below: telling.count)], at: index)
      default: bytes.removeLast(random.number(below: bytes.count / 2))
      }
    }
    return bytes
  }

  /// The requests up to the first error, and the error.
  private func outcome(_ pieces: [ArraySlice<UInt8>]) -> Outcome {
    var parser = RequestParser()
    var outcome = Outcome()
    do {
      for piece in pieces {
        parser.append(piece)
        while let request = try parser.next() {
          outcome.requests.append(request)
        }
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  private struct Outcome: Equatable {
    var requests: [HTTPRequest] = []
    var error: HTTPError?
  }
}
