// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// The search for the σ and κ of ``Scalability`` that leave the least squared error.
///
/// For given σ and κ the best λ is a quotient of two sums, so that two unknowns are left: variable
/// projection, G. H. Golub, V. Pereyra, SIAM Journal on Numerical Analysis 10 (1973),
/// https://doi.org/10.1137/0710036. Levenberg and Marquardt's method refines the best points of a
/// grid, D. W. Marquardt, Journal of SIAM 11 (1963), https://doi.org/10.1137/0111030; steps
/// beyond a bound end on it, and an unknown that is pushed against its bound stays there.
package struct ScalabilityFit {
  /// A σ and a κ, with the λ that fits best.
  package struct Candidate {
    /// In `0...1`.
    package var sigma: Double
    /// κ·N(N − 1) at the largest N, in `0...`: of the size of σ·(N − 1).
    package var coherency: Double
    package var lambda = 0.0
    package var residual = Double.infinity

    /// Creates a starting point, or a point reached.
    package init(sigma: Double, coherency: Double) {
      self.sigma = sigma
      self.coherency = coherency
    }
  }

  private let concurrency: [Double]
  private let throughput: [Double]
  private let largest: Double

  /// Takes measurements of at least three concurrencies from 1, with throughputs of about 1.
  package init(concurrency: [Double], throughput: [Double]) {
    self.concurrency = concurrency
    self.throughput = throughput
    largest = concurrency.max() ?? 1
  }

  /// Returns κ, and 0 where it is lost in rounding: see ``Scalability/peakConcurrency``.
  package func kappa(of candidate: Candidate) -> Double {
    let others = 1 + candidate.sigma * (largest - 1)
    guard candidate.coherency >= 1e-9 * others else { return 0 }
    return candidate.coherency / (largest * (largest - 1))
  }

  /// Returns the best fit from the best starting points of a grid.
  package func best() -> Candidate {
    var starts: [Candidate] = []
    for sigma in [0, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 1] {
      for coherency in [0, 0.001, 0.01, 0.1, 0.3, 1, 3, 10, 30, 100, 1_000, 10_000, 1e6] {
        starts.append(evaluated(Candidate(sigma: sigma, coherency: coherency)))
      }
    }
    starts.sort { $0.residual < $1.residual }
    var best = starts[0]
    for start in starts.prefix(6) {
      let refined = refined(start)
      if refined.residual < best.residual { best = refined }
    }
    return best
  }

  /// N / (1 + σ(N − 1) + κN(N − 1)), and the denominator.
  private func shape(_ n: Double, _ candidate: Candidate) -> (value: Double, denominator: Double) {
    let pairs = n * (n - 1) / (largest * (largest - 1))
    let denominator = 1 + candidate.sigma * (n - 1) + candidate.coherency * pairs
    return (n / denominator, denominator)
  }

  /// The candidate with its best λ and what it leaves.
  private func evaluated(_ candidate: Candidate) -> Candidate {
    var (products, squares) = (0.0, 0.0)
    for (n, x) in zip(concurrency, throughput) {
      let value = shape(n, candidate).value
      products += value * x
      squares += value * value
    }
    var result = candidate
    result.lambda = max(products / squares, 0)
    result.residual = 0
    for (n, x) in zip(concurrency, throughput) {
      let error = x - result.lambda * shape(n, candidate).value
      result.residual += error * error
    }
    return result
  }
}

// MARK: - Refinement

extension ScalabilityFit {
  /// JᵀJ and Jᵀr of the two unknowns, with what a change of λ makes up for taken out.
  private struct Normal {
    var (ss, sc, cc) = (0.0, 0.0, 0.0)
    var (sr, cr) = (0.0, 0.0)
  }

  private func refined(_ start: Candidate) -> Candidate {
    var current = start
    var damping = 1e-3
    for _ in 0..<200 {
      let normal = normal(at: current)
      var isBetter = false
      while !isBetter && damping < 1e12 {
        let next = evaluated(step(from: current, normal, damping))
        isBetter = next.residual < current.residual
        if isBetter {
          let gain = current.residual - next.residual
          current = next
          damping = max(damping / 10, 1e-15)
          if gain <= 1e-15 * current.residual { return current }
        } else {
          damping *= 10
        }
      }
      guard isBetter else { break }
    }
    return current
  }

  private func normal(at candidate: Candidate) -> Normal {
    var normal = Normal()
    var (ff, fs, fc) = (0.0, 0.0, 0.0)
    for (n, x) in zip(concurrency, throughput) {
      let (value, denominator) = shape(n, candidate)
      let slope = -candidate.lambda * value / denominator
      let s = slope * (n - 1)
      let c = slope * n * (n - 1) / (largest * (largest - 1))
      let error = x - candidate.lambda * value
      ff += value * value
      fs += value * s
      fc += value * c
      normal.ss += s * s
      normal.sc += s * c
      normal.cc += c * c
      normal.sr += s * error
      normal.cr += c * error
    }
    normal.ss -= fs * fs / ff
    normal.sc -= fs * fc / ff
    normal.cc -= fc * fc / ff
    return normal
  }

  private func step(from current: Candidate, _ normal: Normal, _ damping: Double) -> Candidate {
    let sigmaIsFree = !(current.sigma == 0 && normal.sr < 0 || current.sigma == 1 && normal.sr > 0)
    let coherencyIsFree = !(current.coherency == 0 && normal.cr < 0)
    let ss = normal.ss * (1 + damping)
    let cc = normal.cc * (1 + damping)
    var (sigma, coherency) = (0.0, 0.0)
    if sigmaIsFree && coherencyIsFree {
      let determinant = ss * cc - normal.sc * normal.sc
      sigma = (normal.sr * cc - normal.cr * normal.sc) / determinant
      coherency = (normal.cr * ss - normal.sr * normal.sc) / determinant
    } else if sigmaIsFree {
      sigma = normal.sr / ss
    } else if coherencyIsFree {
      coherency = normal.cr / cc
    }
    guard sigma.isFinite && coherency.isFinite else { return current }
    return Candidate(
      sigma: min(max(current.sigma + sigma, 0), 1),
      coherency: max(current.coherency + coherency, 0)
    )
  }
}
