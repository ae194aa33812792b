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

/// A lock on a file that one holder on the machine has at a time, whichever process it is in.
///
/// Advisory (`flock`): it keeps off those who ask for it too. The system releases what a process holds when that
/// ends, however it ends. The file stays: whoever waits has it open, and would lock one that is gone.
package struct FileLock: ~Copyable, Sendable {
  private let path: String
  private let file: Int32

  /// Opens the file of a lock, and makes it if it is not there.
  ///
  /// - Parameter path: The file; in it nothing is written.
  /// - Throws: If the file can be neither opened nor made.
  package init(_ path: String) throws(FileLockError) {
    self.path = path
    // Not handed on to children, which would hold the lock as long as they live; no link of somebody else's.
    file = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw FileLockError(.cannotOpen, path: path, systemCode: errno) }
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Takes the lock, if nobody has it.
  ///
  /// - Returns: Whether this is the holder now.
  /// - Throws: If the file system has no such locks.
  package func take() throws(FileLockError) -> Bool {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      case let code: throw FileLockError(.cannotLock, path: path, systemCode: code)
      }
    }
    return true
  }

  /// Gives the lock back.
  package func release() { _ = flock(file, LOCK_UN) }

  /// Where locks are that the processes of a user share: the directory for temporary files, of the user or
  /// with the user in the name.
  package static func sharedPath(_ name: String) -> String {
    "\(temporaryDirectory)/\(name)-\(getuid()).lock"
  }

  /// The directory for temporary files.
  static var temporaryDirectory: String {
    if let path = StandardError.variable("TMPDIR"), !path.isEmpty { return path }
    #if canImport(Darwin)
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = confstr(_CS_DARWIN_USER_TEMP_DIR, &path, path.count)
    if length > 1, length <= path.count {
      return String(decoding: path.prefix(length - 1).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    #endif
    return "/tmp"
  }
}
