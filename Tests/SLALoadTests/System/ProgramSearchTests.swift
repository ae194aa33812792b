// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import Testing

@Suite struct ProgramSearchTests {
  /// A directory with an executable, a file that is none, and a directory.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("search-\(UUID().uuidString)").path

    init() throws {
      let files = FileManager.default
      try files.createDirectory(atPath: path + "/folder", withIntermediateDirectories: true)
      for (name, mode) in [("tool", 0o755), ("text", 0o644)] {
        _ = files.createFile(atPath: "\(path)/\(name)", contents: Data())
        try files.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(path)/\(name)")
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func error(_ command: String, searchPath: String = "") -> CommandError? {
    #expect(throws: CommandError.self) {
      try ProgramSearch.path(of: command, searchPath: searchPath, products: nil)
    }
  }

  @Test func namesAreFoundInTheOrderOfThePathAndProductsFirst() throws {
    let (first, second) = (try Folder(), try Folder())
    let path = "/nowhere:\(first.path):\(second.path)"
    #expect(
      try ProgramSearch.path(of: "tool", searchPath: path, products: nil) == "\(first.path)/tool"
    )
    #expect(
      try ProgramSearch.path(of: "tool", searchPath: path, products: second.path)
        == "\(second.path)/tool"
    )
  }

  @Test func whatCannotBeRunIsPassedByIfThereIsAnother() throws {
    let (first, second) = (try Folder(), try Folder())
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644],
      ofItemAtPath: "\(first.path)/tool"
    )
    let path = "\(first.path):\(second.path)"
    #expect(
      try ProgramSearch.path(of: "tool", searchPath: path, products: nil) == "\(second.path)/tool"
    )
  }

  @Test func pathsAreTakenFromTheRoot() throws {
    let here = FileManager.default.currentDirectoryPath
    #expect(throws: CommandError(.notFound, "no/tool", path: "\(here)/no/tool")) {
      try ProgramSearch.path(of: "no/tool", searchPath: "/bin")
    }
    #expect(try ProgramSearch.path(of: "/bin/sh", searchPath: "") == "/bin/sh")
  }

  @Test func theTestExecutableIsAmongTheProducts() throws {
    let products = try #require(ProgramSearch.productDirectory)
    let names = try FileManager.default.contentsOfDirectory(atPath: products)
    #expect(names.contains { $0.hasSuffix(".xctest") })
  }

  @Test func whatIsWrongIsSaidWithWhatWouldBeRight() throws {
    let folder = try Folder()
    let path = "/nowhere:\(folder.path)"
    #expect(
      error("missing", searchPath: path)?.description == """
        the command "missing" cannot be started: there is no executable of that name in the 2 directories of the \
        package's products and of PATH; build it, or give its path (./missing for one in the working directory)
        """
    )
    #expect(error("folder", searchPath: path)?.code == .notFound)
    #expect(error("", searchPath: path)?.code == .notFound)
    #expect(
      error("text", searchPath: path)?.description == """
        the command "text" cannot be started: the file "\(folder.path)/text" may not be run: \
        Permission denied; chmod +x allows it
        """
    )
    #expect(
      error("\(folder.path)/folder")?.description == """
        the command "\(folder.path)/folder" cannot be started: "\(folder.path)/folder" is a directory; \
        name the executable in it
        """
    )
    #expect(
      error("/nowhere/tool")?.description == """
        the command "/nowhere/tool" cannot be started: there is no file "/nowhere/tool"; build it, or \
        correct the path
        """
    )
  }
}
