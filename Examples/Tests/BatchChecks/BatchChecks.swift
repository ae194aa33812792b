// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import ServiceUnderTest
import Testing

/// What a batch pipeline and a job queue take, and by which configuration they take it best.
@Suite(.serialized, .alone) struct BatchChecks {}
