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

/// Finds the file of a program, as a shell would.
package enum ProgramSearch {
  /// Finds the file of a program.
  ///
  /// - Parameters:
  ///   - command: A path, or the name of a program.
  ///   - searchPath: The directories in which programs are, with colons between; an empty one is the working directory.
  ///   - products: The directory of what the package builds, which comes first: tests want the program that was built
  ///     with them, and not one of the same name that is installed.
  /// - Returns: Its path, from the root.
  /// - Throws: If there is none, or what there is cannot be run.
  package static func path(
    of command: String,
    searchPath: String,
    products: String? = productDirectory
  ) throws(CommandError) -> String {
    guard !command.contains("/") else { return try checked(absolute(command), command) }
    let listed = searchPath.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let directories = [products].compactMap(\.self) + (searchPath.isEmpty ? [] : listed)
    var refused: CommandError?
    for directory in directories where !command.isEmpty {
      let path = absolute(directory.isEmpty ? command : "\(directory)/\(command)")
      do {
        return try checked(path, command)
      } catch  where error.code == .notFound {
        continue
      } catch {
        // Another directory may have one that can be run.
        refused = refused ?? error
      }
    }
    if let refused, refused.code == .notExecutable { throw refused }
    let places = "the \(directories.count) directories of the package's products and of PATH"
    throw CommandError(.notFound, command, path: places)
  }

  private static func checked(_ path: String, _ command: String) throws(CommandError) -> String {
    switch kind(of: path) {
    case nil: throw CommandError(.notFound, command, path: path)
    case .directory: throw CommandError(.isDirectory, command, path: path)
    case .other:
      guard access(path, X_OK) == 0 else {
        throw CommandError(.notExecutable, command, path: path, systemCode: errno)
      }
      return path
    }
  }

  private enum Kind {
    case directory
    case other
  }

  private static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other
  }

  /// Whether there is a directory at a path.
  static func isDirectory(_ path: String) -> Bool { kind(of: path) == .directory }

  /// The path from the root: a command may run in another directory.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let bytes = getcwd(nil, 0) else { return path }
    defer { free(bytes) }
    return "\(String(cString: bytes))/\(path)"
  }

  /// The directory of the test executable, in which SwiftPM has all that it builds.
  package static let productDirectory: String? = {
    #if canImport(Darwin)
    // The executable is a tool of Xcode's there; this code is in the bundle, at Contents/MacOS.
    var information = Dl_info()
    guard dladdr(#dsohandle, &information) != 0, let name = information.dli_fname else {
      return nil
    }
    let parts = String(cString: name).split(separator: "/")
    let isBundle = parts.contains { $0.hasSuffix(".xctest") }
    return "/" + parts.dropLast(isBundle ? 4 : 1).joined(separator: "/")
    #else
    var text = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &text, text.count)
    let bytes = text.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    guard let end = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: bytes.prefix(end), as: UTF8.self)
    #endif
  }()
}
