// swift-tools-version: 6.2
// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// Targets are layers: the compiler holds the arrows between them (docs/architecture.md).
let package = Package(
  name: "swift-sla-testing",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "SLATesting", targets: ["SLATesting"])
  ],
  targets: [
    .target(name: "SLAMetrics"),
    .target(name: "SLALoad", dependencies: ["SLAMetrics"]),
    .target(name: "SLAHTTP", dependencies: ["SLAMetrics"]),
    .target(name: "SLAGates", dependencies: ["SLAMetrics"]),
    .target(name: "SLAReports", dependencies: ["SLAMetrics", "SLAGates"]),
    .target(
      name: "SLATesting",
      dependencies: ["SLAMetrics", "SLALoad", "SLAHTTP", "SLAGates", "SLAReports"]
    ),

    .target(name: "SLATestSupport", dependencies: ["SLAMetrics"], path: "Tests/Support"),
    .testTarget(
      name: "SLAMetricsTests",
      dependencies: ["SLAMetrics", "SLATestSupport"],
      exclude: ["Fixtures"]
    ),
    .testTarget(name: "SLALoadTests", dependencies: ["SLALoad", "SLAMetrics", "SLATestSupport"]),
    .testTarget(name: "SLAHTTPTests", dependencies: ["SLAHTTP", "SLAMetrics", "SLATestSupport"]),
    .testTarget(
      name: "SLAGatesTests",
      dependencies: ["SLAGates", "SLALoad", "SLAMetrics", "SLATestSupport"]
    ),
    .testTarget(
      name: "SLAReportsTests",
      dependencies: ["SLAReports", "SLAGates", "SLAMetrics", "SLATestSupport"]
    ),
    .testTarget(
      name: "SLATestingTests",
      dependencies: ["SLATesting", "SLATestSupport"],
      exclude: ["Fixtures"]
    ),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0470-isolated-conformances.md
    .enableUpcomingFeature("InferIsolatedConformances"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0481-weak-let.md
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
    .treatAllWarnings(as: .error),
  ]
}

// Users run their tests in debug builds. What measures must not cost more there than it has to: these
// three layers are optimized always. A manifest of 6.2 may say so, as a dependency too
// (https://github.com/swiftlang/swift-package-manager/pull/8951).
for target in package.targets where ["SLAMetrics", "SLALoad", "SLAHTTP"].contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
