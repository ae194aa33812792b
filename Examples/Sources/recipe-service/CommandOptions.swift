// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What the command line asks for.
struct CommandOptions: Equatable {
  var port: UInt16 = 8080
  var databasePath: String?
  var wantsHelp = false

  /// A command line that cannot be understood.
  struct UsageError: Error, CustomStringConvertible {
    let description: String
  }

  static let usage = """
    usage: recipe-service [--port N] [--database PATH] [--help]

      --port N          the port on 127.0.0.1, 0 to 65535; 0 lets the system choose (8080)
      --database PATH   the SQLite file to use or create (a temporary one);
                        a file is for one process at a time
      --help            this text

    environment:
      RECIPES_SLOW_MS   milliseconds, 0 to 60000, that are added to every request on purpose
    """

  /// Reads the arguments after the name of the program.
  ///
  /// - Throws: ``UsageError`` with the argument that is wrong, and what would be right.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        wantsHelp = true
      case "--port":
        guard let text = rest.popFirst(), let port = Self.port(text) else {
          throw UsageError(description: "--port needs a number from 0 to 65535")
        }
        self.port = port
      case "--database":
        guard let path = rest.popFirst(), !path.isEmpty else {
          throw UsageError(description: "--database needs the path of a file")
        }
        databasePath = path
      default:
        throw UsageError(
          description: "unknown option \(argument); the options are --port N, --database PATH, "
            + "--help"
        )
      }
    }
  }

  /// Reads digits; `UInt16` alone takes a sign as well.
  private static func port(_ text: String) -> UInt16? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt16(text) : nil
  }
}
