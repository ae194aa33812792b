// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLATestSupport
import Testing

@testable import SLAHTTP

@Suite struct CallThreadTests {
  @Test func jobsRunInTheirOrder() async throws {
    let done = Shared<[Int]>([])
    var thread: CallThread? = try CallThread()
    for number in 0..<100 { thread?.run { done.change { $0.append(number) } } }
    // What was asked for is done, also if nobody can ask for more.
    thread = nil
    while done.value.count < 100 { try await Task.sleep(for: .milliseconds(2)) }
    #expect(done.value == Array(0..<100))
  }
}
