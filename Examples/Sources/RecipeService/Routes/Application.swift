// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// What the service does, without the way in which requests reach it.
final class Application: Sendable {
  let pool: DatabasePool
  let jobs: JobQueue
  let harvests: Guarded<TokenBucket>

  /// Harvests that may follow each other at once.
  static let harvestBurst = 10

  /// - Throws: What the pool throws when the last job cannot be read.
  init(pool: DatabasePool, configuration: ServiceConfiguration) throws {
    self.pool = pool
    harvests = Guarded(
      TokenBucket(
        capacity: Self.harvestBurst,
        perMinute: configuration.harvestsPerMinute,
        now: .now
      )
    )
    jobs = JobQueue(
      workers: configuration.jobWorkers,
      batchSize: configuration.jobBatchSize,
      pollInterval: configuration.jobPollInterval,
      backlogLimit: configuration.jobBacklogLimit,
      lastID: try pool.read { try $0.lastJobID() }
    ) { job in
      let statistics = TextStatistics(of: job.text)
      try pool.write { try $0.insertResult(statistics, jobID: job.id) }
    }
  }

  /// - Throws: ``ServiceError`` when the system has too few threads left.
  func start() throws {
    try jobs.start()
  }

  func stop() {
    jobs.stop()
  }

  var routes: [Route] {
    [
      Route("GET", "/health", .plain(health)),
      Route("GET", "/recipes", .plain(searchRecipes)),
      Route("POST", "/recipes/harvest", .plain(harvest)),
      Route("GET", "/executions", .plain(listExecutions)),
      Route("GET", "/estimate", .plain(estimate)),
      Route("GET", "/cost", .plain(cost)),
      Route("GET", "/summary", .plain(summary)),
      Route("POST", "/sessions", .plain(createSession)),
      Route("POST", "/sessions/:id/constraints", .addressed(addConstraint)),
      Route("POST", "/sessions/:id/generate", .addressed(generateVersion)),
      Route("GET", "/sessions/:id/versions", .addressed(listVersions)),
      Route("POST", "/jobs/process", .plain(processJob)),
      Route("GET", "/jobs/health", .plain(jobsHealth)),
      Route("GET", "/jobs/:id", .addressed(showJob)),
    ]
  }
}
