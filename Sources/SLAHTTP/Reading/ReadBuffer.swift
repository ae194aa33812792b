// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Bytes that have come and are not used yet; the memory is kept from answer to answer.
final class ReadBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The first byte that is not used, in `0...end`.
  var start = 0
  /// The end of the bytes that have come.
  private(set) var end = 0

  /// Creates an empty buffer.
  init(capacity: Int = 16_384) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// How many bytes are not used yet.
  var count: Int { end - start }

  /// Those bytes.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: end - start)
  }

  /// Forgets everything.
  func removeAll() { (start, end) = (0, 0) }

  /// Waits for further bytes.
  ///
  /// - Parameter source: Where they come from.
  /// - Returns: Whether there were any before the end.
  /// - Throws: ``HTTPFailure`` of the source.
  func fill<Source: ByteSource>(from source: inout Source) throws(HTTPFailure) -> Bool {
    makeRoom()
    let room = UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
    let count = try source.read(into: room)
    end += count
    return count > 0
  }

  /// Makes room for at least one byte: by moving the rest to the front, or by more memory.
  private func makeRoom() {
    if start == end { removeAll() }
    guard end == capacity else { return }
    let size = start > 0 ? capacity : capacity * 2
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    room.update(from: base + start, count: end - start)
    base.deallocate()
    (base, capacity) = (room, size)
    (start, end) = (0, end - start)
  }

  /// The offset of the next line feed from the start, or `nil` if none has come.
  ///
  /// - Parameter offset: Where to begin to look, from the start.
  /// - Returns: The offset.
  /// - Complexity: O(*n*) in the bytes that are looked at.
  func lineFeed(from offset: Int) -> Int? {
    guard count > offset else { return nil }
    return Memory.firstIndex(of: 0x0A, in: base + start + offset, count: count - offset)
      .map { $0 + offset }
  }
}
