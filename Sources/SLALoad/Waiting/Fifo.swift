// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What waits, the oldest first; of what was taken no more is kept than what waits, or 64.
struct Fifo<Element> {
  private var elements: [Element?] = []
  private var head = 0

  /// How many places there are, also those of what was taken.
  var placeCount: Int { elements.count }

  mutating func append(_ element: Element) { elements.append(element) }

  /// Takes the oldest; `nil` if nothing waits.
  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    let element = elements[head].take()
    head += 1
    if head == elements.count || head > 64 && 2 * head > elements.count {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }
}
