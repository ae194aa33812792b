// swift-tools-version: 6.2
// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// Real parts (an HTTP service, SQLite, sockets) and the checks of their SLAs.
let package = Package(
  name: "sla-examples",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "swift-sla-testing", path: "..")
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .yum(["sqlite-devel"])]
    ),
    .target(name: "Basics", dependencies: ["CSQLite"]),
    .target(name: "RecipeService", dependencies: ["Basics"]),
    .executableTarget(name: "recipe-service", dependencies: ["RecipeService"]),
    .executableTarget(name: "recipectl", dependencies: ["CSQLite"]),
    .target(name: "Ingest", dependencies: ["Basics"]),

    .testTarget(name: "BasicsTests", dependencies: ["Basics"]),
    .testTarget(
      name: "RecipeServiceTests",
      dependencies: ["Basics", "RecipeService", "recipe-service"]
    ),
    .testTarget(name: "IngestTests", dependencies: ["Basics", "Ingest"]),
    .target(
      name: "ServiceUnderTest",
      dependencies: [
        "RecipeService",
        .product(name: "SLATesting", package: "swift-sla-testing"),
      ],
      path: "Tests/ServiceUnderTest"
    ),
    .testTarget(
      name: "APIChecks",
      dependencies: [
        "ServiceUnderTest",
        .product(name: "SLATesting", package: "swift-sla-testing"),
      ]
    ),
    .testTarget(
      name: "BatchChecks",
      dependencies: [
        "Ingest",
        "RecipeService",
        "ServiceUnderTest",
        .product(name: "SLATesting", package: "swift-sla-testing"),
      ]
    ),
    .testTarget(
      name: "CLIChecks",
      dependencies: [
        "RecipeService",
        "ServiceUnderTest",
        "recipectl",
        .product(name: "SLATesting", package: "swift-sla-testing"),
      ]
    ),
    .testTarget(
      name: "LoadChecks",
      dependencies: [
        "RecipeService",
        "ServiceUnderTest",
        .product(name: "SLATesting", package: "swift-sla-testing"),
      ]
    ),
  ]
)

for target in package.targets where target.type != .system {
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
