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

/// The lock that keeps tests of several processes apart cannot be had.
public struct FileLockError: Error, Hashable, CustomStringConvertible {
  /// What went wrong.
  public struct Code: Sendable, Hashable {
    fileprivate enum Kind: Hashable {
      case cannotOpen
      case cannotLock
    }

    fileprivate let kind: Kind

    /// The file can be neither opened nor made: the directory is not there or read-only, or the file is
    /// somebody else's.
    public static let cannotOpen = Code(kind: .cannotOpen)
    /// The file system has no locks, as some that are shared over a network.
    public static let cannotLock = Code(kind: .cannotLock)
  }

  /// What went wrong.
  public let code: Code
  /// The file of the lock.
  public let path: String
  /// The code of the system, such as `EROFS`.
  public let systemCode: Int32

  init(_ code: Code, path: String, systemCode: Int32) {
    self.code = code
    self.path = path
    self.systemCode = systemCode
  }

  /// What went wrong, and what to do about it.
  public var description: String {
    let verb = code == .cannotOpen ? "opened" : "locked"
    return """
      the lock file "\(path)" of exclusive tests cannot be \(verb): \(String(cString: strerror(systemCode))); \
      set TMPDIR to a directory of this machine in which files can be made
      """
  }
}
