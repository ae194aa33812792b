// swift-tools-version: 6.2
// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// What recording and its queries cost, against the targets that are set for them.
let package = Package(
  name: "sla-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-sla-testing", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "loopback-service", .product(name: "SLATesting", package: "swift-sla-testing"),
      ]
    ),
    .executableTarget(name: "loopback-service"),
  ]
)

for target in package.targets {
  // The same settings as the library's own manifest, which links their proposals.
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
  ]
}

// The server that clients are compared on is the same in both builds.
for target in package.targets where target.name == "loopback-service" {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
