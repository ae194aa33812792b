// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

extension [Int64] {
  /// Returns the elements in ascending order, by their digits from the lowest to the highest.
  ///
  /// Unoptimized, the sort of the standard library takes 1.4 µs for each of 8,192 elements, as it
  /// calls a closure for each comparison. Here digits of 11 bits are counted and dealt out, and
  /// digits that are the same in all elements are left out: durations up to a second differ in
  /// three. E. H. Friend, "Sorting on Electronic Computer Systems", Journal of the ACM 3 (1956),
  /// https://doi.org/10.1145/320831.320833.
  ///
  /// - Returns: The elements sorted; an empty array for an empty one.
  /// - Complexity: O(*n*) for each digit of at most six; two buffers of *n* elements.
  package func radixSorted() -> [Int64] {
    // Clearing and adding up 2,048 counters costs more than sorting a few elements.
    guard count >= 64 else { return sorted() }
    let differing = differingBits
    var source = self
    var target = [Int64](repeating: 0, count: count)
    var counters = [Int](repeating: 0, count: 2_048)
    for shift in stride(from: UInt64(0), to: 64, by: 11) where differing >> shift & 2_047 != 0 {
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          counters.withUnsafeMutableBufferPointer { counters in
            Self.deal(source, into: target, byDigitAt: shift, counters: counters)
          }
        }
      }
      swap(&source, &target)
    }
    return source
  }

  /// The bits in which any two elements differ.
  private var differingBits: UInt64 {
    withUnsafeBufferPointer { elements in
      let first = elements[0]
      var bits: Int64 = 0
      var index = 1
      while index < elements.count {
        bits |= elements[index] ^ first
        index += 1
      }
      return UInt64(bitPattern: bits)
    }
  }

  private static func deal(
    _ source: UnsafeBufferPointer<Int64>,
    into target: UnsafeMutableBufferPointer<Int64>,
    byDigitAt shift: UInt64,
    counters: UnsafeMutableBufferPointer<Int>
  ) {
    // With its sign bit flipped, a negative number is below the others as an unsigned one too.
    let sign = UInt64(1) << 63
    counters.update(repeating: 0)
    var index = 0
    while index < source.count {
      counters[Int((UInt64(bitPattern: source[index]) ^ sign) >> shift & 2_047)] += 1
      index += 1
    }
    var position = 0
    index = 0
    while index < counters.count {
      let count = counters[index]
      counters[index] = position
      position += count
      index += 1
    }
    index = 0
    while index < source.count {
      let element = source[index]
      let digit = Int((UInt64(bitPattern: element) ^ sign) >> shift & 2_047)
      target[counters[digit]] = element
      counters[digit] += 1
      index += 1
    }
  }
}
