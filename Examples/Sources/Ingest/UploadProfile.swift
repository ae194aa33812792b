// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation

/// How long uploads take, by file: no time, or times like those of a network.
public struct UploadProfile: Sendable, Equatable {
  /// Half of the uploads are quicker, in seconds, 0 or more.
  private let median: Double
  private let seed: UInt64

  /// The standard deviation of the logarithm of the delay.
  ///
  /// With a median of 80 ms it gives a mean of 80 ms · exp(0.8² / 2) = 110 ms, and one upload in
  /// twenty takes more than 300 ms.
  private static let deviation = 0.8

  /// Uploads that take no time: what is left is the pipeline's own.
  public static let zero = UploadProfile(median: 0, seed: 0)

  /// Uploads with a log-normal delay, the same for the same file and seed.
  ///
  /// - Parameters:
  ///   - scale: What the delays are multiplied by, 0 or more: at 1 the mean is 110 ms.
  ///   - seed: Another seed gives other delays.
  /// - Returns: The profile.
  /// - Precondition: The scale is finite and not negative.
  public static func realistic(scale: Double = 0.1, seed: UInt64 = 818) -> UploadProfile {
    precondition(scale.isFinite && scale >= 0, "scale must be finite and 0 or more (was \(scale))")
    return UploadProfile(median: 0.080 * scale, seed: seed)
  }

  /// How long the upload of a file takes.
  ///
  /// **Source**: G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates",
  /// 1958, https://doi.org/10.1214/aoms/1177706645.
  ///
  /// - Parameter id: The id of the file.
  /// - Returns: The delay, zero or more.
  public func delay(ofFile id: Int) -> Duration {
    guard median > 0 else { return .zero }
    // Mixed first: streams whose seeds lie a step apart would overlap.
    var seeds = SplitMix64(seed: UInt64(bitPattern: Int64(id)))
    var random = SplitMix64(seed: seeds.next() ^ seed)
    let radius = (-2 * log(Self.share(&random))).squareRoot()
    let normal = radius * cos(2 * .pi * Self.share(&random))
    return .seconds(median * exp(Self.deviation * normal))
  }

  /// A number in `(0, 1]`, of which there is a logarithm.
  private static func share(_ random: inout SplitMix64) -> Double {
    Double((random.next() >> 11) + 1) * 0x1p-53
  }
}
