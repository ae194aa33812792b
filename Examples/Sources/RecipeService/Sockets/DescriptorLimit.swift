// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The number of descriptors that the process may have open.
package enum DescriptorLimit {
  /// Below the 10,240 that macOS allows even where it says that there is no limit.
  private static let enough: rlim_t = 4096

  /// Raises the soft limit towards the hard one, to 4096 at most; never lowers it.
  ///
  /// A shell on macOS begins with 256, which a hundred connections use up when the service and
  /// its clients share a process.
  package static func raise() {
    #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < enough else { return }
    limit.rlim_cur = min(enough, limit.rlim_max)
    // With fewer descriptors the service refuses connections sooner: no reason not to start.
    _ = setrlimit(resource, &limit)
  }
}
