// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import SLALoad
import SLAMetrics
import SLATestSupport
import Testing

/// Programs of the system, and what can be wrong with them.
@Suite struct SystemCommandsTests {
  /// Whether the system shows processes as files, by which these tests look at them.
  private static let hasProc = FileManager.default.fileExists(atPath: "/proc/self/status")

  private let commands = SystemCommands()

  private func request(
    _ path: String,
    _ arguments: [String] = [],
    timeout: Duration = .seconds(20)
  ) -> ProgramRequest {
    ProgramRequest(
      path,
      path: path,
      arguments: [path] + arguments,
      timeout: timeout.wholeNanoseconds
    )
  }

  private func shell(_ script: String, timeout: Duration = .seconds(20)) -> ProgramRequest {
    var request = request("/bin/sh", ["-c", script], timeout: timeout)
    request.environment = ProcessInfo.processInfo.environment
    return request
  }

  private func run(_ request: ProgramRequest) throws -> ProgramEnding {
    try commands.run(request, ProgramStop())
  }

  @Test func statusOutputAndTimesAreThoseOfTheProgram() throws {
    let ending = try run(shell("echo one; echo two >&2; exit 3"))
    #expect(ending.status == 3 && ending.signal == nil && ending.cause == nil)
    #expect(ending.output == "one\n" && ending.errorOutput == "two\n")
    #expect(ending.outputBytes == 4 && ending.errorBytes == 4)
    #expect(ending.end > ending.start)
    // A loop of a shell is its own time, not the system's.
    let busy = try run(shell("i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"))
    #expect(busy.user > 0 && busy.user + busy.system <= busy.end - busy.start + 20_000_000)
  }

  @Test func aSignalIsTold() throws {
    let ending = try run(shell("kill -TERM $$"))
    #expect(ending.status == nil && ending.signal == 15 && ending.cause == nil)
  }

  @Test(.enabled(if: hasProc)) func theProgramHasItsStreamsOnlyAndSignalsByDefault() throws {
    // The reader of a directory has it open itself, which is the fourth. Signals 32 and 33 are glibc's own.
    let script = "ls /proc/self/fd | wc -l; grep -E 'Sig(Blk|Ign)' /proc/self/status"
    let ending = try run(shell(script))
    #expect(
      ending.output.split(separator: "\n").map { $0.split(separator: "\t").last ?? "" }
        == ["4", "0000000000000000", "0000000180000000"]
    )
  }

  @Test func standardInputIsEmptyOrWhatIsGiven() throws {
    var request = request("/bin/cat")
    #expect(try run(request).output == "")
    request.input = .text("ham\nspam\n")
    #expect(try run(request).output == "ham\nspam\n")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try "from a file".write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    request.input = .file(file.path)
    #expect(try run(request).output == "from a file")
    request.input = .file("/nowhere/input")
    let error = #expect(throws: CommandError.self) { try run(request) }
    #expect(
      error?.description == """
        the command "/bin/cat" cannot be started: the file "/nowhere/input" for standard input cannot be \
        read: No such file or directory; give one that can
        """
    )
  }

  /// A named pipe without a writer, which to open would wait for ever, and a directory.
  @Test(.timeLimit(.minutes(1))) func standardInputIsAFileOrADevice() throws {
    let pipe = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    #expect(try run(request("/usr/bin/mkfifo", [pipe])).status == 0)
    defer { try? FileManager.default.removeItem(atPath: pipe) }
    var request = request("/bin/cat")
    for path in [pipe, "/usr"] {
      request.input = .file(path)
      let error = #expect(throws: CommandError.self) { try run(request) }
      #expect(error?.code == .noInput)
      #expect(
        error?.description == """
          the command "/bin/cat" cannot be started: "\(path)" for standard input is neither a regular file nor a \
          device; give one that each run can read
          """
      )
    }
    request.input = .file("/dev/null")
    #expect(try run(request).output == "")
    // The program's reads wait: bit 11 (04000) is O_NONBLOCK.
    guard Self.hasProc else { return }
    var flags = shell("cat /proc/self/fdinfo/0")
    flags.input = .file("/dev/zero")
    #expect(try run(flags).output.contains("flags:\t0100000\n"))
  }

  /// Who opens it anew cuts it; what others write comes at its end, without a hole, and over nothing.
  @Test func outputThroughItsDeviceLeavesNoHole() throws {
    let appended = try run(shell("echo one; echo two >> /dev/stdout; echo three"))
    #expect(appended.output == "one\ntwo\nthree\n")
    let cut = try run(shell("echo one; echo two > /dev/stdout; echo three"))
    #expect(cut.output == "two\nthree\n" && cut.outputBytes == 10)
  }

  @Test func theDirectoryAndTheEnvironmentAreThoseGiven() throws {
    var request = shell("pwd; echo $FRUIT")
    request.directory = "/usr"
    request.environment["FRUIT"] = "a b=c"
    #expect(try run(request).output == "/usr\na b=c\n")
    request.directory = "/nowhere"
    let error = #expect(throws: CommandError.self) { try run(request) }
    #expect(error?.code == .noDirectory)
    #expect(
      error?.description == """
        the command "/bin/sh" cannot be started: the working directory "/nowhere" is not there; make it first
        """
    )
  }

  @Test(arguments: ["sleep 60", "sleep 60 & sleep 60 & wait", "trap '' TERM; sleep 60"])
  func whatNeverEndsIsKilledWithItsChildrenAtTheTimeout(script: String) throws {
    let ending = try run(shell(script, timeout: .milliseconds(100)))
    #expect(ending.cause == .timeout && ending.signal == 9)
    #expect(ending.end - ending.start >= 100_000_000)
  }

  /// Nobody looks at a program in its first millisecond: most of these end by themselves before.
  @Test func whatTookItsTimeoutIsATimeoutWhoeverEndedIt() throws {
    for _ in 0..<20 {
      let ending = try run(shell(":", timeout: .microseconds(1)))
      #expect(ending.cause == .timeout)
    }
    #expect(try run(shell(":")).cause == nil)
  }

  /// A session of its own, which no signal to the group of the command reaches.
  @Test(.enabled(if: hasProc)) func atTheTimeoutWhatLeftTheGroupIsKilledToo() async throws {
    let ending = try run(
      shell("setsid sh -c 'echo $$; sleep 60; :' & sleep 60", timeout: .milliseconds(300))
    )
    #expect(ending.cause == .timeout)
    let child = try #require(Int32(ending.output.dropLast()))
    #expect(try await isGone(child))
  }

  @Test func whatReadsForEverMeetsTheEndOfItsInput() throws {
    #expect(try run(shell("while read line; do :; done; cat")).status == 0)
  }

  @Test(.enabled(if: hasProc)) func childrenThatAreLeftAreNotWaitedForAndEnded() async throws {
    // The child has the output open, which a pipe's reader would wait for.
    let ending = try run(shell("sleep 60 & echo $!"))
    #expect(ending.status == 0 && ending.end - ending.start < 20_000_000_000)
    let child = try #require(Int32(ending.output.dropLast()))
    #expect(try await isGone(child))
  }

  /// Killed, and reaped by whoever reaps orphans: at most a zombie is left, as soon as it had its turn.
  private func isGone(_ process: Int32) async throws -> Bool {
    func isAlive() -> Bool {
      let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      return state != nil && state?.contains(") Z ") == false
    }
    for _ in 0..<500 where isAlive() { try await Task.sleep(for: .milliseconds(10)) }
    return !isAlive()
  }

  @Test func aHundredMegabytesOfOutputAreCountedAndTheirBeginningKept() throws {
    let ending = try run(shell("head -c 100000000 /dev/zero | tr '\\0' a"))
    #expect(ending.status == 0 && ending.outputBytes == 100_000_000)
    #expect(ending.output.utf8.count == 64 << 10)
  }

  @Test func whatWritesForEverIsEnded() throws {
    var request = shell("yes")
    request.outputLimit = 1_000_000
    #expect(try run(request).cause == .tooMuchOutput)
  }

  @Test func whatIsNoProgramIsSaid() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try "neither a program nor a script".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    var error: CommandError?
    // A child of another test may still hold the file open for writing.
    repeat {
      error = #expect(throws: CommandError.self) { try run(request(file.path)) }
    } while error?.description.contains("busy") == true
    #expect(
      error?.description == """
        the command "\(file.path)" cannot be started: the system does not run "\(file.path)": \
        Exec format error; a script begins with a line such as #!/bin/sh
        """
    )
  }

  @Test func aMissingInterpreterIsSaid() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try "#!/nowhere/interpreter\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    defer { try? FileManager.default.removeItem(at: file) }
    var error: CommandError?
    // As above.
    repeat {
      error = #expect(throws: CommandError.self) { try run(request(file.path)) }
    } while error?.description.contains("busy") == true
    let said = "what its first line names to run it, or what loads it, is not there"
    #expect(error?.description.hasSuffix(": No such file or directory; \(said)") == true)
  }

  @Test func anEndThatSomebodyElseTookIsNoSuccess() async {
    let result = await #expect(
      processExitsWith: .failure,
      observing: [\.standardErrorContent]
    ) {
      // The system reaps all children then.
      signal(SIGCHLD, SIG_IGN)
      var request = ProgramRequest("true", path: "/bin/true", arguments: ["true"], timeout: 1 << 40)
      request.environment = [:]
      do {
        _ = try SystemCommands().run(request, ProgramStop())
      } catch {
        fatalError("\(error)")
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    let said = "the command \"true\" has an unknown end: something else in this process"
    #expect(text.contains(said))
  }

  @Test func stoppingEndsWhatRunsAndWhatWouldBegin() async throws {
    let stop = ProgramStop()
    async let ending = Task.detached { [commands, request = shell("echo; sleep 60")] in
      try commands.run(request, stop)
    }.value
    try await Task.sleep(for: .milliseconds(50))
    stop.stop()
    #expect(try await ending.cause == .stopped)
    #expect(try commands.run(shell("sleep 60"), stop).cause == .stopped)
  }

  /// A few hundred runs; as many as `SLA_COMMAND_RUNS` says where that is set.
  ///
  /// In a process of its own, where no other test opens and closes descriptors meanwhile.
  @Test(.enabled(if: hasProc)) func noDescriptorIsLeft() async {
    await #expect(processExitsWith: .success) {
      let tests = SystemCommandsTests()
      let names = { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] }
      // What is opened once stays.
      try tests.endInEveryWay()
      let before = names()
      let variable = ProcessInfo.processInfo.environment["SLA_COMMAND_RUNS"]
      for _ in 0..<(variable.flatMap { Int($0) } ?? 300) {
        _ = try tests.run(tests.request("/bin/true"))
      }
      for _ in 0..<20 { try tests.endInEveryWay() }
      let after = names()
      guard after.count == before.count else { fatalError("\(before) became \(after)") }
    }
  }

  /// Runs programs that succeed, reach their timeout, write too much, are stopped, and cannot be started.
  private func endInEveryWay() throws {
    var (long, talkative) = (shell("sleep 60", timeout: .milliseconds(5)), shell("yes"))
    talkative.outputLimit = 1_000
    long.input = .text("text")
    let endings = try [run(long), run(talkative)]
    guard endings.map(\.cause) == [.timeout, .tooMuchOutput] else { fatalError("\(endings)") }
    let stop = ProgramStop()
    stop.stop()
    _ = try commands.run(shell("sleep 60"), stop)
    var failing = [request("/nowhere/tool"), request("/bin/true"), request("/bin/true")]
    failing[1].directory = "/nowhere"
    failing[2].input = .file("/usr")
    for request in failing where (try? run(request)) != nil { fatalError("\(request) started") }
  }
}
