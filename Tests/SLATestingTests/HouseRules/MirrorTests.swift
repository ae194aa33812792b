// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// One test file for each source file, in the same folder, with the same name.
@Suite struct MirrorTests {
  /// Sources without a test file of their own, and what tests them.
  private static let testedElsewhere = [
    "SLAHTTP/Adapters/URLSessionCalls": "URLSessionTargetTests",
    "SLAHTTP/Coding/HTTPCalling+AsyncJSON": "HTTPCallingTests",
    "SLAHTTP/Coding/HTTPCalling+JSON": "HTTPCallingTests",
    "SLAHTTP/Reading/AnswerReader+Chunks": "AnswerReaderTests",
    "SLAHTTP/Reading/ByteSource": "a protocol of one method",
    "SLAHTTP/Sessions/CallLimits": "ConnectionTests, HTTPTargetTests",
    "SLAHTTP/Sessions/Cancellation": "HTTPSessionTests",
    "SLAHTTP/Sessions/HTTPCalling+Async": "HTTPCallingTests",
    "SLAHTTP/Sessions/HTTPCalling+Blocking": "HTTPCallingTests",
    "SLAHTTP/Sessions/HTTPCounts": "ExchangeTests",
    "SLAHTTP/Sessions/Reply": "HTTPSessionTests, URLSessionTargetTests",
    "SLAHTTP/System/Memory": "ReadBufferTests",
    "SLALoad/LoadExecution": "LoadTestTests",
    "SLALoad/LoadTest+Sequential": "LoadTestTests",
    "SLALoad/Profiles/ArrivalSpacing": "ArrivalTimesTests",
    "SLALoad/Profiles/LoadPhase": "LoadProfileTests",
    "SLALoad/Context/SeededGenerator": "LoadContextTests",
    "SLALoad/Recording/OperationNames": "LoadUserTests",
    "SLALoad/Recording/RecorderPool": "LoadTestTests, OpenRunTests",
    "SLALoad/Recording/RunRecord": "RunRecorderTests",
    "SLALoad/Commands/CommandName": "CommandTestTests",
    "SLALoad/Commands/CommandPlan": "CommandTestTests, CommandSuiteTests",
    "SLALoad/Commands/CommandRecords": "CommandTestTests",
    "SLALoad/Commands/CommandRunner": "CommandTestTests",
    "SLALoad/Commands/CommandTest+Request": "CommandTestOptionsTests",
    "SLALoad/Running/ArrivalQueue": "OpenRunTests",
    "SLALoad/Running/Crew": "LoadTestOptionsTests, LoadTestTests",
    "SLALoad/Running/LoadOptions": "LoadTestOptionsTests",
    "SLALoad/Running/LoadRunner": "LoadTestOptionsTests, LoadTestTests",
    "SLALoad/Progress/ProgressStep": "LoadTestSweepTests, LoadMatrixTests",
    "SLALoad/Running/LoadRunner+Report": "LoadTestOptionsTests",
    "SLALoad/Running/LoadWork": "LoadTestTests",
    "SLALoad/Running/Overrun": "LoadTestOptionsTests",
    "SLALoad/Running/PhaseRun": "LoadTestTests",
    "SLALoad/Running/PhaseRunner": "LoadTestTests, OpenRunTests",
    "SLALoad/Running/PhaseRunner+Open": "OpenRunTests, ScenarioTests",
    "SLALoad/Running/RunModeError": "RunModeTests",
    "SLALoad/Running/Turn": "LoadTestOptionsTests, OpenRunTests",
    "SLALoad/Segments/OtherSegments": "LoadContextSegmentsTests",
    "SLALoad/Segments/SegmentCall": "SegmentTimesTests",
    "SLALoad/Segments/SegmentLedger": "LoadContextSegmentsTests",
    "SLALoad/Segments/SegmentLedgers": "LoadContextSegmentsTests, LoadUserSegmentsTests",
    "SLALoad/Segments/SegmentPlace": "LoadContextSegmentsTests",
    "SLALoad/Segments/SegmentRecorder": "LoadContextSegmentsTests",
    "SLALoad/System/Awaited": "AlarmClockTests, ThreadExecutorTests",
    "SLALoad/System/ChildWatch": "SystemCommandsTests",
    "SLALoad/System/CommandRunning": "SystemCommandsTests",
    "SLALoad/System/FileLockError": "FileLockTests, ExclusiveLockTests",
    "SLALoad/System/ProcessEnd": "ChildProcessTests, SystemCommandsTests",
    "SLALoad/System/ProgramLaunch": "SystemCommandsTests",
    "SLALoad/System/ProcessReadings": "LoadTestProbesTests",
    "SLALoad/System/StandardError": "LoadProgressTests",
    "SLALoad/System/SystemFile": "ProcessUsageTests",
    "SLALoad/System/SystemThread": "ThreadExecutorTests, OpenRunTests",
    "SLALoad/System/TemporaryFile": "SystemCommandsTests",
    "SLALoad/Users/Flow": "ScenarioTests",
    "SLALoad/Users/StepLog": "LoadUserTests",
    "SLALoad/Profiles/LoadProfile+Open": "LoadProfileTests",
    "SLALoad/Probes/Probe": "LoadTestProbesTests",
    "SLALoad/Probes/ProbeRuns": "LoadTestProbesTests",
    "SLALoad/Probes/ProcessGauge": "LoadTestProbesTests",
    "SLALoad/Validity/UsageDifference": "ProcessUsageTests",
    "SLALoad/Waiting/OneShot": "AlarmClockTests, TimeoutTests",
    "SLAMetrics/Reports/Warning+Command": "WarningTests",
    "SLAMetrics/Encoding/SegmentRecord+Codable": "SegmentReportCodableTests",
    "SLAMetrics/Reports/BottleneckSearch": "PlantedBottleneckTests",
    "SLAMetrics/Reports/LoadReport+Segments": "PlantedBottleneckTests, LoadContextSegmentsTests",
    "SLAMetrics/Segments/SegmentRecord": "SegmentRecordingTests",
    "SLAMetrics/Reports/Warning+Load": "WarningTests",
    "SLAMetrics/Reports/Warning+Text": "WarningTests",
    "SLAMetrics/Reports/SweepFinding": "SweepReportFindingsTests, SweepFindingTextTests",
    "SLAMetrics/Reports/RecordedOperation": "LoadReportTests",
    "SLAGates/Judging/Indecision": "QuantityValueTests, RequirementJudgeTests, IndecisionTextTests",
    "SLAGates/Judging/MetricInterval": "RequirementJudgeTests",
    "SLAGates/Judging/Population": "QuantityValueTests, RequirementJudgeTests",
    "SLAGates/Judging/Quantity+Claim": "RequirementJudgeTests",
    "SLAGates/Judging/DecisionRule": "ConfidenceTests",
    "SLAGates/Judging/JudgingOptions": "RequirementJudgeTests",
    "SLAGates/Judging/Requirement+Verdict": "RequirementJudgeTests, VerdictTests",
    "SLAMetrics/Reports/SequentialSampling": "RequirementJudgeTests, LoadTestUntilDecidedTests",
    "SLAMetrics/Outcomes/FailureKindConvertible": "FailureKindErrorTests",
    "SLAMetrics/Histograms/AtomicPages": "AtomicHistogramTests",
    "SLAMetrics/Histograms/AtomicBuckets": "AtomicHistogramTests",
    "SLAMetrics/Histograms/AtomicSamples": "AtomicHistogramTests",
    "SLAMetrics/Histograms/AtomicStripe": "AtomicHistogramTests",
    "SLAMetrics/Summaries/RankedSamples": "SummaryTests, SummaryIntervalTests",
    "SLAMetrics/Summaries/TimelineSlot": "TimelineTests, TimelineWindowsTests",
    "SLAMetrics/Encoding/Histogram+Codable": "RecordingCodableTests",
    "SLAMetrics/Encoding/EncodedDuration": "LoadReportCodableTests, WarningEncodingTests",
    "SLAMetrics/Encoding/EncodedNumber": "ProbeReportEncodingTests, WarningEncodingTests",
    "SLAMetrics/Encoding/EncodedPart": "LoadReportCodableTests, WarningEncodingTests",
    "SLAMetrics/Encoding/FailureCount": "RecordingCodableTests, LoadReportCodableTests",
    "SLAMetrics/Encoding/SegmentRecording+Codable": "LoadReportCodableTests",
    "SLAMetrics/Encoding/SegmentSample+Codable": "LoadReportCodableTests",
    "SLAMetrics/Encoding/Summary+Histogram": "LoadReportCodableTests",
    "SLAMetrics/Reports/Encoding/CommandUsage+Encoding": "LoadReportCodableTests",
    "SLAMetrics/Reports/Encoding/EncodedAmounts": "LoadReportCodableTests, WarningEncodingTests",
    "SLAMetrics/Reports/Encoding/GeneratorReport+Encoding": "LoadReportCodableTests",
    "SLAMetrics/Reports/Encoding/LatencyFigures": "LoadReportCodableTests",
    "SLAMetrics/Reports/Encoding/OperationForm": "LoadReportCodableTests",
    "SLAMetrics/Reports/Encoding/Settling+Encoding": "LoadReportCodableTests",
    "SLAMetrics/Reports/Encoding/WarningFields": "WarningEncodingTests",
    "SLAMetrics/Reports/Encoding/WarningKind": "WarningEncodingTests",
    "SLAMetrics/Reports/LoadReportConvertible": "a protocol of one property",
    "SLAMetrics/Reports/LatencyRecorder+LoadReport": "LatencyRecorderTests",
    "SLATesting/Exports": "every test file that imports SLATesting alone",
    "SLATesting/HTTP/HTTPUsers": "LoadTestHTTPTests",
    "SLATesting/Reporting/CallSite": "ExpectSLATests, ExitCodeTests",
    "SLATesting/Reporting/HeardFailures": "ExitCodeTests",
    "SLATesting/Reporting/IssueReporter": "ExitCodeTests",
    "SLATesting/Expectations/Expectation": "ExpectSLATests, ExitCodeTests",
    "SLATesting/Traits/LoadedTest": "LoadTraitTests, ExitCodeTests",
    "SLATesting/Traits/BodyIssues": "ExitCodeTests",
  ]

  /// Folders of tests that belong to no source file.
  private static let ownFolders = ["Consumer/", "HouseRules/", "Fixtures/", "Scenarios/"]

  @Test func everySourceHasItsTestAndEveryTestItsSource() throws {
    let sources = try Repository.swiftFiles(below: "Sources")
      .map { String($0.dropFirst("Sources/".count).dropLast(".swift".count)) }
    let expected = Set(sources).subtracting(Self.testedElsewhere.keys).map { path in
      let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
      return "Tests/\(parts[0])Tests/\(parts[1].filter { $0 != "+" })Tests.swift"
    }
    let tests = try Repository.swiftFiles(below: "Tests").filter { path in
      !path.hasPrefix("Tests/Support/") && !Self.ownFolders.contains { path.contains("/\($0)") }
    }
    #expect(Set(expected).subtracting(tests).sorted() == [], "sources without a test file")
    #expect(Set(tests).subtracting(expected).sorted() == [], "test files without a source")
    #expect(
      Set(Self.testedElsewhere.keys).subtracting(sources).sorted() == [],
      "exceptions for sources that are not there"
    )
  }
}
