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

/// A file without a name, in the directory for temporary files; the system removes it when nobody has it open.
struct TemporaryFile: ~Copyable {
  let descriptor: Int32

  /// Makes a file.
  ///
  /// - Parameter command: The command that it is for.
  /// - Throws: If none can be made.
  init(for command: String) throws(CommandError) {
    let directory = FileLock.temporaryDirectory
    var tries = 0
    while true {
      let path = "\(directory)/swift-sla-testing-\(getpid())-\(UInt64.random(in: 0 ... .max))"
      // Not handed on to children but by the duplicate that is made for them. What it has is added to: a program
      // that opens /dev/stdout anew cuts the file, and what is written later must not leave a hole before it.
      let flags = O_CREAT | O_EXCL | O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW
      let file = open(path, flags, 0o600)
      tries += 1
      guard file < 0 else {
        unlink(path)
        descriptor = Self.moved(file)
        return
      }
      guard errno == EEXIST, tries < 100 else {
        throw CommandError(.noTemporaryFile, command, path: directory, systemCode: errno)
      }
    }
  }

  /// Opens a file to read: a regular one, or a device such as `/dev/null`.
  ///
  /// - Throws: If it cannot be read, or is something else.
  init(reading path: String, for command: String) throws(CommandError) {
    // To open a named pipe would wait for somebody who writes to it.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      throw CommandError(.noInput, command, path: path, systemCode: errno)
    }
    var status = stat()
    let kind = fstat(file, &status) == 0 ? status.st_mode & S_IFMT : 0
    guard kind == S_IFREG || kind == S_IFCHR else {
      close(file)
      throw CommandError(.noInput, command, path: path)
    }
    // The program's reads wait again.
    _ = fcntl(file, F_SETFL, 0)
    descriptor = Self.moved(file)
  }

  deinit { close(descriptor) }

  /// A descriptor above those of the standard streams, which a process without them would have given.
  private static func moved(_ file: Int32) -> Int32 {
    guard file <= STDERR_FILENO else { return file }
    let other = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard other >= 0 else { return file }
    close(file)
    return other
  }

  /// The bytes in it.
  var size: Int { Self.size(of: descriptor) }

  /// The bytes in a file that is open.
  static func size(of descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Its beginning as text, of at most so many bytes; where bytes are no UTF-8, with marks in their place.
  func beginning(_ most: Int) -> String {
    let limit = min(size, most)
    guard limit > 0 else { return "" }
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(pread(descriptor, buffer.baseAddress, buffer.count, 0), 0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a text, and goes back to its beginning.
  ///
  /// - Returns: Whether all could be written.
  func fill(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(count, 0))
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }
}
