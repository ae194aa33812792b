// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

// One import for a test target: `import SLATesting`.
@_exported public import SLAGates
@_exported public import SLAHTTP
@_exported public import SLALoad
@_exported public import SLAMetrics
@_exported public import SLAReports
