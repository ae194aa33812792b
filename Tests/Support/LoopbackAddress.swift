// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The address on which a server of the tests listens.
struct LoopbackAddress {
  let family: Int32
  private let bytes: [UInt8]

  init(_ place: LoopbackServer.Place) throws {
    switch place {
    case .ipv4:
      family = AF_INET
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
      bytes = withUnsafeBytes(of: address) { Array($0) }
    case .ipv6:
      family = AF_INET6
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_addr = in6addr_loopback
      bytes = withUnsafeBytes(of: address) { Array($0) }
    case .unix(let path):
      family = AF_UNIX
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      bytes = withUnsafeBytes(of: address) { Array($0) }
    }
  }

  func bind(_ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) {
        systemBind(descriptor, $0.baseAddress, socklen_t(bytes.count)) == 0
      }
    }
  }

  func connect(_ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) {
        systemConnect(descriptor, $0.baseAddress, socklen_t(bytes.count)) == 0
      }
    }
  }

  /// The port to which a socket is bound, or 0.
  func port(of descriptor: Int32) -> UInt16 {
    guard family != AF_UNIX else { return 0 }
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &length)
      }
    }
    // At the same place for both families.
    return UInt16(bigEndian: address.sin6_port)
  }
}

private func systemBind(
  _ descriptor: Int32,
  _ address: UnsafePointer<sockaddr>?,
  _ length: socklen_t
) -> Int32 {
  bind(descriptor, address, length)
}

private func systemConnect(
  _ descriptor: Int32,
  _ address: UnsafePointer<sockaddr>?,
  _ length: socklen_t
) -> Int32 {
  connect(descriptor, address, length)
}
