// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A table of pages of atomic numbers, each page made when it is first touched.
///
/// A value of this type is a handle: whoever made it frees it, when nobody uses it any more.
struct AtomicPages<Number: AtomicRepresentable & FixedWidthInteger> {
  typealias Page = UnsafeMutablePointer<Atomic<Number>>

  private let table: UnsafeMutablePointer<Atomic<Page?>>
  private let count: Int
  private let size: Int
  private let initial: Number

  /// Makes a table without pages.
  ///
  /// - Parameters:
  ///   - count: The number of pages.
  ///   - size: The numbers of a page.
  ///   - initial: What each number is before it is written.
  init(count: Int, size: Int, initial: Number) {
    table = .allocate(capacity: count)
    for page in 0..<count { (table + page).initialize(to: Atomic(nil)) }
    (self.count, self.size, self.initial) = (count, size, initial)
  }

  /// A page, or `nil` if it was never touched; O(1).
  @inline(__always)
  func existing(_ page: Int) -> Page? { table[page].load(ordering: .acquiring) }

  /// A page, made now if it is not there; of two threads that make one at once, one throws its away.
  func made(_ page: Int) -> Page {
    if let existing = existing(page) { return existing }
    let new = Page.allocate(capacity: size)
    for number in 0..<size { (new + number).initialize(to: Atomic(initial)) }
    let (exchanged, original) = table[page].compareExchange(
      expected: nil,
      desired: new,
      ordering: .acquiringAndReleasing
    )
    guard !exchanged, let original else { return new }
    free(new)
    return original
  }

  /// The bytes of the table and of the pages that there are.
  var byteCount: Int {
    let pages = (0..<count).count { existing($0) != nil }
    return count * MemoryLayout<Atomic<Page?>>.stride + pages * size * MemoryLayout<Number>.stride
  }

  /// Frees everything.
  func destroy() {
    for page in 0..<count {
      if let page = existing(page) { free(page) }
    }
    table.deinitialize(count: count)
    table.deallocate()
  }

  private func free(_ page: Page) {
    page.deinitialize(count: size)
    page.deallocate()
  }
}
