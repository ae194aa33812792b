// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Bytes that have arrived and wait to be read as lines or blocks.
struct InputBuffer: Sendable {
  private var bytes: [UInt8] = []
  /// The first byte that has not been taken.
  private var start = 0
  /// The first byte that has not been looked at for the end of a line.
  private var scanned = 0

  /// Why bytes are not a line.
  enum LineFault: Error {
    case tooLong
    case bareLineFeed
    case bareCarriageReturn
    case nul
  }

  var isEmpty: Bool { start == bytes.count }

  /// - Complexity: O(*n*) in the bytes that have not been taken.
  mutating func append(_ new: ArraySlice<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      scanned -= start
      start = 0
    }
    bytes.append(contentsOf: new)
  }

  /// Takes a block of at most so many bytes.
  mutating func take(atMost limit: Int) -> ArraySlice<UInt8> {
    let end = min(bytes.count, start + limit)
    defer { (start, scanned) = (end, end) }
    return bytes[start..<end]
  }

  /// Takes a line without its CR and LF, or returns nil when it has not arrived whole.
  ///
  /// Each byte is judged by those before it only, so the result is the same however the bytes
  /// were cut into pieces; a wrong one is refused before the line ends.
  ///
  /// - Parameter limit: The longest line, in bytes with its end.
  /// - Returns: The line, or nil when more bytes are needed.
  /// - Throws: A ``LineFault``.
  mutating func takeLine(atMost limit: Int) throws(LineFault) -> ArraySlice<UInt8>? {
    let begin = start
    let from = scanned
    var end: Int?
    var fault: LineFault?
    let reached = bytes.withUnsafeBufferPointer { bytes in
      var index = from
      while index < bytes.count {
        let byte = bytes[index]
        let followsReturn = index > begin && bytes[index - 1] == 0x0D
        if index - begin >= limit {
          fault = .tooLong
        } else if byte == 0x0A {
          if followsReturn { end = index } else { fault = .bareLineFeed }
        } else if followsReturn {
          fault = .bareCarriageReturn
        } else if byte == 0 {
          fault = .nul
        }
        if end != nil || fault != nil { break }
        index += 1
      }
      return index
    }
    if let fault { throw fault }
    guard let end else {
      scanned = reached
      return nil
    }
    (start, scanned) = (end + 1, end + 1)
    return bytes[begin..<(end - 1)]
  }
}
