// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Which of a few copies of a shared value a thread uses, so that threads seldom meet on one.
///
/// Correctness never rests on it: two threads may have the same stripe, and one thread may change
/// its stripe from call to call.
package enum ThreadStripe {
  /// The number of stripes, a power of two.
  package static let count = 16

  /// The stripe of the calling thread, in `0..<count`.
  ///
  /// Made of the address of its stack: stacks are at least 512 KB apart, and multiples of the golden
  /// ratio spread whatever the distance is (D. E. Knuth, The Art of Computer Programming, volume 3,
  /// section 6.4). A thread's identifier would need a C library, and is no faster. Not for use in an
  /// asynchronous function, whose frame may be on the heap.
  @inline(__always)
  package static var current: Int {
    var here: UInt8 = 0
    let address = withUnsafeMutablePointer(to: &here) { UInt64(UInt(bitPattern: $0)) }
    return Int(((address &>> 19) &* 0x9E37_79B9_7F4A_7C15) &>> 60)
  }
}
