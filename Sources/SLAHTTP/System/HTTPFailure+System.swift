// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import SLAMetrics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

extension HTTPFailure {
  /// The failure of an error of the system, by its number.
  static func system(_ code: Int32) -> HTTPFailure {
    switch code {
    case ECONNREFUSED:
      HTTPFailure(.refused, FailureKind(.transport, reason: "connection refused"))
    case ENOENT:
      HTTPFailure(.refused, FailureKind(.transport, reason: "no such socket"))
    case ECONNRESET, EPIPE, ECONNABORTED: .reset
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN:
      HTTPFailure(.unreachable, FailureKind(.transport, reason: "host unreachable"))
    case ETIMEDOUT:
      HTTPFailure(.timedOut, FailureKind(.timeout, reason: "the system gave the connection up"))
    case EMFILE, ENFILE:
      HTTPFailure(
        .exhausted,
        FailureKind("no file descriptor left"),
        "this process has no file descriptor left; use fewer users, or raise ulimit -n"
      )
    case EADDRNOTAVAIL:
      HTTPFailure(
        .exhausted,
        FailureKind("no local port left"),
        """
        this machine has no local port left for a further connection; let the service keep connections \
        open, or open fewer per minute
        """
      )
    default:
      HTTPFailure(.transport, FailureKind(.transport, reason: String(cString: strerror(code))))
    }
  }
}
