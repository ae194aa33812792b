// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// A Unix socket that accepts nobody, and whose queue is full.
package final class FullQueue {
  private var descriptors: [Int32] = []

  package init(_ path: String) throws {
    let address = try LoopbackAddress(.unix(path))
    #if canImport(Glibc)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    let listener = socket(AF_UNIX, kind, 0)
    descriptors = [listener]
    guard address.bind(listener), listen(listener, 0) == 0 else { throw POSIXError(.EIO) }
    while true {
      let client = socket(AF_UNIX, kind, 0)
      descriptors.append(client)
      _ = fcntl(client, F_SETFL, O_NONBLOCK)
      if !address.connect(client) { return }
    }
  }

  package func close() {
    for descriptor in descriptors { systemClose(descriptor) }
  }
}

private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
