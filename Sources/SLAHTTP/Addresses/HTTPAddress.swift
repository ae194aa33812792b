// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// Where a service is: what an address such as `http://127.0.0.1:8080/api` says.
struct HTTPAddress: Sendable, Hashable {
  /// A name, an IPv4 address, or an IPv6 address without brackets.
  let host: String
  let port: UInt16
  /// The host as the header `Host` has it, with the port unless that is 80.
  let authority: String
  /// What comes before each path: empty, or from the first slash on, without one at the end.
  let basePath: String

  /// Reads an address.
  ///
  /// - Parameter text: The address, such as `http://[::1]:8080`.
  /// - Throws: ``HTTPFailure`` that says what is wrong, and what would be right.
  init(_ text: String) throws(HTTPFailure) {
    func fault(_ what: String) -> HTTPFailure { .address(text, what) }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw fault("has a space, a control character or a letter beyond ASCII; percent-encode paths")
    }
    let lowercased = text.lowercased()
    guard !lowercased.hasPrefix("https://") else {
      throw fault(
        "asks for https, which this client does not speak; test the service behind its TLS, or take "
          + "URLSessionTarget(\"\(text)\"), which has the same calls and costs 0.45 ms of processor "
          + "time per request"
      )
    }
    guard lowercased.hasPrefix("http://") else {
      throw fault("must begin with http://, as in http://127.0.0.1:8080")
    }
    guard !text.contains("?"), !text.contains("#") else {
      throw fault("must not have a query or a fragment; those belong to each call")
    }
    let rest = text.dropFirst("http://".count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let place = rest[..<slash]
    guard !place.contains("@") else {
      throw fault("must not have a user; send a header Authorization instead")
    }
    let (name, port, isBracketed) = try Self.parts(of: place, fault)
    guard !name.isEmpty else { throw fault("has no host, as in http://127.0.0.1:8080") }
    self.port = port
    host = name.replacing("%25", with: "%")
    // The zone of an address is known on this machine only (RFC 6874, section 3).
    let bare = isBracketed ? "[\(name.prefix { $0 != "%" })]" : name
    authority = port == 80 ? bare : "\(bare):\(port)"
    basePath = String(rest[slash...]).droppingSlashes
  }

  /// Takes a host and a port apart.
  private static func parts(
    of place: Substring,
    _ fault: (String) -> HTTPFailure
  ) throws(HTTPFailure) -> (host: String, port: UInt16, isBracketed: Bool) {
    var name = place
    var port: Substring?
    let isBracketed = place.first == "["
    if isBracketed {
      guard let end = place.firstIndex(of: "]") else { throw fault("has no ] after its [") }
      name = place[..<end].dropFirst()
      let tail = place[end...].dropFirst()
      guard tail.isEmpty || tail.first == ":" else { throw fault("has something between ] and :") }
      port = tail.isEmpty ? nil : tail.dropFirst()
    } else if let colon = place.firstIndex(of: ":") {
      name = place[..<colon]
      port = place[colon...].dropFirst()
      guard port?.contains(":") == false else {
        throw fault("must have brackets around its IPv6 address, as in http://[::1]:8080")
      }
    }
    guard let port else { return (String(name), 80, isBracketed) }
    guard let number = UInt16(port), number > 0, port.utf8.allSatisfy({ $0 != 0x2B }) else {
      throw fault("must have a port from 1 to 65535 after the colon")
    }
    return (String(name), number, isBracketed)
  }
}

extension String {
  /// The text without slashes at its end.
  fileprivate var droppingSlashes: String {
    var text = self
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
