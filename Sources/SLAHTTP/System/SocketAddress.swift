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

/// An address as the system has it, to which a socket connects.
struct SocketAddress: Sendable, Hashable {
  /// The family: `AF_INET`, `AF_INET6` or `AF_UNIX`.
  let family: Int32
  /// A `sockaddr` of that family.
  let bytes: [UInt8]

  var isLocal: Bool { family == AF_UNIX }

  /// The addresses of a host, best first.
  ///
  /// Blocks while the system looks a name up.
  ///
  /// - Parameters:
  ///   - host: A name, or an IPv4 or IPv6 address.
  ///   - port: The port.
  /// - Returns: One address or more.
  /// - Throws: ``HTTPFailure`` if the name has none.
  static func resolve(_ host: String, port: UInt16) throws(HTTPFailure) -> [SocketAddress] {
    var hints = addrinfo()
    #if canImport(Glibc)
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
    hints.ai_socktype = SOCK_STREAM
    #endif
    hints.ai_flags = AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, "\(port)", &hints, &found)
    guard code == 0 else { throw .nameNotFound(host, String(cString: gai_strerror(code))) }
    defer { freeaddrinfo(found) }
    var addresses: [SocketAddress] = []
    var next = found
    while let entry = next?.pointee {
      next = entry.ai_next
      guard let address = entry.ai_addr else { continue }
      let bytes = UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen))
      let new = SocketAddress(family: entry.ai_family, bytes: Array(bytes))
      if !addresses.contains(new) { addresses.append(new) }
    }
    guard !addresses.isEmpty else { throw .nameNotFound(host, "no address of TCP") }
    return addresses
  }

  /// The address of a Unix socket.
  ///
  /// - Parameter path: The path of the socket.
  /// - Returns: The address.
  /// - Throws: ``HTTPFailure`` if the path does not fit.
  static func local(_ path: String) throws(HTTPFailure) -> SocketAddress {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard !path.isEmpty, path.utf8.count < capacity, !path.utf8.contains(0) else {
      throw .address(path, "of a Unix socket must have 1 to \(capacity - 1) bytes")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bytes = withUnsafeBytes(of: address) { Array($0) }
    return SocketAddress(family: AF_UNIX, bytes: bytes)
  }
}
