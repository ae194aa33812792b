// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

// The functions of real numbers that the standard library lacks, from the C library of the
// platform: within a unit or two of the last digit, and without shared state. `lgamma` is not among
// them: it writes a global, which is a data race, and its differences lose digits (`StirlingError`).

/// Returns the natural logarithm; −∞ for 0, NaN below.
package func logarithm(_ x: Double) -> Double { log(x) }

/// Returns the natural logarithm of 1 + x, with all digits where x is tiny.
package func logarithm(onePlus x: Double) -> Double { log1p(x) }

/// Returns e to the power of x.
package func exponential(_ x: Double) -> Double { exp(x) }

/// Returns e to the power of x, less 1, with all digits where x is tiny.
package func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

/// Returns the complementary error function, in `0...2`, with all digits where it is tiny.
package func errorFunctionComplement(_ x: Double) -> Double { erfc(x) }
