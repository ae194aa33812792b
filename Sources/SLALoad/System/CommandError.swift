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

/// A command could not be started, or its end not be known.
public struct CommandError: Error, Hashable, CustomStringConvertible {
  /// What went wrong.
  public struct Code: Sendable, Hashable {
    fileprivate enum Kind: Hashable {
      case notFound
      case notExecutable
      case isDirectory
      case noDirectory
      case noInput
      case noTemporaryFile
      case hasNUL
      case wrongVariable
      case cannotStart
      case notReaped
    }

    fileprivate let kind: Kind

    /// There is no such executable: give its path, or build it, or add its directory to `PATH`.
    public static let notFound = Code(kind: .notFound)
    /// The file may not be run: `chmod +x` allows it.
    public static let notExecutable = Code(kind: .notExecutable)
    /// The path is that of a directory: name the executable in it.
    public static let isDirectory = Code(kind: .isDirectory)
    /// The working directory is not there.
    public static let noDirectory = Code(kind: .noDirectory)
    /// The file for standard input cannot be read, or is neither a regular file nor a device.
    public static let noInput = Code(kind: .noInput)
    /// No temporary file for its output can be made: set `TMPDIR` to a directory in which that is possible.
    public static let noTemporaryFile = Code(kind: .noTemporaryFile)
    /// A text that it is given has a NUL in it, at which the system would cut it off.
    public static let hasNUL = Code(kind: .hasNUL)
    /// A variable of its environment has no name, or one with "=" in it, which would be another variable.
    public static let wrongVariable = Code(kind: .wrongVariable)
    /// The system does not run it: it is no program, or there is no room for another process.
    public static let cannotStart = Code(kind: .cannotStart)
    /// How it ended is not known, for something else in this process waited for it: `SIGCHLD` must not be ignored.
    public static let notReaped = Code(kind: .notReaped)
  }

  /// What went wrong.
  public let code: Code
  /// The command, as it was given.
  public let command: String
  /// The file, directory or variable that is wrong, or where an executable was looked for.
  public let path: String
  /// The code of the system, such as `ENOEXEC`, or 0 without one.
  public let systemCode: Int32

  package init(_ code: Code, _ command: String, path: String, systemCode: Int32 = 0) {
    self.code = code
    self.command = command
    self.path = path
    self.systemCode = systemCode
  }

  /// What went wrong, and what would be right.
  public var description: String {
    let reason = systemCode == 0 ? "" : ": \(systemReason)"
    let text =
      switch code.kind {
      case .notFound where command.contains("/"):
        "there is no file \"\(path)\"; build it, or correct the path"
      case .notFound:
        """
        there is no executable of that name in \(path); build it, or give its path \
        (./\(command) for one in the working directory)
        """
      case .notExecutable: "the file \"\(path)\" may not be run\(reason); chmod +x allows it"
      case .isDirectory: "\"\(path)\" is a directory; name the executable in it"
      case .noDirectory: "the working directory \"\(path)\" is not there; make it first"
      case .noInput where systemCode == 0:
        "\"\(path)\" for standard input is neither a regular file nor a device; give one that each run can read"
      case .noInput:
        "the file \"\(path)\" for standard input cannot be read\(reason); \(remedy ?? "give one that can")"
      case .noTemporaryFile:
        """
        no temporary file for its output can be made in "\(path)"\(reason); \
        \(remedy ?? "set TMPDIR to a directory in which that is possible")
        """
      case .hasNUL: "\(path) has a NUL in it, at which the system would cut it off; leave it out"
      case .wrongVariable:
        """
        no environment variable can be called "\(path)"; a name has one character at least, and no "="
        """
      case .notReaped:
        """
        something else in this process waits for its children, or ignores SIGCHLD; let it wait for its own \
        children only
        """
      case .cannotStart:
        """
        the system does not run "\(path)"\(reason)\
        \(remedy.map { "; \($0)" } ?? "")
        """
      }
    let verb = code == .notReaped ? "has an unknown end" : "cannot be started"
    return "the command \"\(command)\" \(verb): \(text)"
  }

  /// The code of the system in words.
  var systemReason: String { String(cString: strerror(systemCode)) }

  /// What helps against a code of the system, whatever it came from.
  private var remedy: String? {
    switch systemCode {
    case EMFILE: "close some, or allow more with ulimit -n"
    case ENFILE: "close some, in this process or in others"
    case ENOSPC: "make room there"
    case ENOEXEC: "a script begins with a line such as #!/bin/sh"
    // The file itself was there when it was looked for.
    case ENOENT where code == .cannotStart:
      "what its first line names to run it, or what loads it, is not there"
    default: nil
    }
  }
}
