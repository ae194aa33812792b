// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The decoder of a body that comes in chunks (RFC 9112, section 7.1).
struct ChunkedBody: Sendable {
  private enum Phase {
    case size
    case data(left: Int)
    case dataEnd
    case trailer
  }

  private static let sizeLineLimit = 256
  private let limit: Int
  private var trailerLeft: Int
  private var phase = Phase.size
  private var body: [UInt8] = []
  /// Whether the first line has been read.
  private(set) var hasBegun = false

  /// - Parameters:
  ///   - limit: The longest body, in bytes.
  ///   - trailerLimit: The longest trailer, in bytes.
  init(limit: Int, trailerLimit: Int) {
    self.limit = limit
    trailerLeft = trailerLimit
  }

  /// Takes what it can from the buffer; returns the body once it is whole.
  ///
  /// - Throws: An error with status 400, 413 or 431.
  mutating func next(from buffer: inout InputBuffer) throws(HTTPError) -> [UInt8]? {
    while true {
      switch phase {
      case .size:
        guard let line = try line(from: &buffer, limit: Self.sizeLineLimit) else { return nil }
        hasBegun = true
        let size = try Self.size(line)
        guard size <= limit - body.count else {
          throw RequestHead.bodyTooLarge(limit: limit)
        }
        phase = size == 0 ? .trailer : .data(left: size)
      case .data(let left):
        guard !buffer.isEmpty else { return nil }
        let block = buffer.take(atMost: left)
        body.append(contentsOf: block)
        phase = block.count == left ? .dataEnd : .data(left: left - block.count)
      case .dataEnd:
        guard let line = try line(from: &buffer, limit: Self.sizeLineLimit) else { return nil }
        guard line.isEmpty else {
          throw .malformed("a chunk must end after as many bytes as its size says")
        }
        phase = .size
      case .trailer:
        guard let line = try line(from: &buffer, limit: trailerLeft) else { return nil }
        guard !line.isEmpty else { return body }
        trailerLeft -= line.count + 2
        // Checked like any field, and dropped: nothing here depends on a trailer.
        var fields = HTTPFields()
        try fields.append(line: line)
      }
    }
  }

  private func line(
    from buffer: inout InputBuffer,
    limit: Int
  ) throws(HTTPError) -> ArraySlice<UInt8>? {
    do {
      return try buffer.takeLine(atMost: limit)
    } catch .tooLong {
      guard case .trailer = phase else {
        throw .malformed("the line with a chunk's size must be shorter than \(limit) bytes")
      }
      throw RequestParser.headTooLarge
    } catch {
      throw .malformed("the lines around chunks must end with CR LF and contain no NUL")
    }
  }

  /// Reads the size of a chunk; what follows a semicolon is an extension and is ignored.
  private static func size(_ line: ArraySlice<UInt8>) throws(HTTPError) -> Int {
    let end = line.firstIndex(of: UInt8(ascii: ";")) ?? line.endIndex
    let digits = line[..<end]
    guard (1...15).contains(digits.count),
      line[end...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
    else { throw badSize }
    var size = 0
    for digit in digits {
      guard let value = digit.hexadecimalValue else { throw badSize }
      size = size << 4 | Int(value)
    }
    return size
  }

  private static let badSize = HTTPError.malformed(
    "a chunk must begin with its size in 1 to 15 hexadecimal digits"
  )
}
