// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics
import Foundation

/// A small HTTP service about recipes, on a loopback port, with its data in SQLite.
///
/// It exists to be measured: real sockets, a real database, a job queue and a rate limit, without
/// any dependency. It answers in JSON, errors too, and uses one thread per connection.
///
///     let service = try RecipeService.start(ServiceConfiguration())
///     defer { service.stop() }
///     print("http://127.0.0.1:\(service.port)/health")
///
/// A service runs until ``stop()`` is called; dropping the last reference does not stop it.
public final class RecipeService: Sendable {
  private let server: HTTPServer
  private let application: Application
  private let file: DatabaseFile
  private let stopSignal: StopSignal
  private let entrance: Entrance
  private let isCleanedUp = Guarded(false)

  /// The port that the service listens on.
  public var port: UInt16 { server.port }

  /// When requests arrived, in that order; none unless the configuration asks for the log.
  public var arrivals: [ContinuousClock.Instant] { entrance.arrivals }

  /// Freezes for some time from now on: requests are taken, and answered afterwards.
  public func freeze(for duration: Duration) { entrance.shut(for: duration) }

  /// The path of the database file, a temporary one too.
  var databasePath: String { file.path }

  /// The requests that are held up by `slow` at this moment, 0 or more.
  var sleepers: Int { stopSignal.sleepers }

  private init(
    server: HTTPServer,
    application: Application,
    file: DatabaseFile,
    stopSignal: StopSignal,
    entrance: Entrance
  ) {
    self.entrance = entrance
    self.server = server
    self.application = application
    self.file = file
    self.stopSignal = stopSignal
  }

  /// Starts a service: opens and fills its database, then listens on 127.0.0.1.
  ///
  /// - Parameter configuration: The settings.
  /// - Returns: A service that already accepts connections.
  /// - Throws: An error that names the setting, port or path, the cause, and what to do.
  public static func start(_ configuration: ServiceConfiguration) throws -> RecipeService {
    try start(configuration, limits: ConnectionLimits())
  }

  /// Starts a service whose connections have other limits, for tests of these limits.
  ///
  /// - Throws: As the public function does.
  static func start(
    _ configuration: ServiceConfiguration,
    limits: ConnectionLimits
  ) throws -> RecipeService {
    try configuration.validate()
    let stop = try StopSignal()
    // The port comes first: it is the likelier failure, and cheaper to find than the seed is to
    // write. Clients that connect from here on wait in the backlog.
    let listener = try Socket.listening(onLoopbackPort: configuration.port, backlog: 1024)
    var file: DatabaseFile?
    do {
      let opened = try DatabaseFile.prepared(at: configuration.databasePath, for: "recipe-service")
      file = opened
      let pool = DatabasePool(path: opened.path)
      try pool.write { try $0.prepareSchema() }
      let application = try Application(pool: pool, configuration: configuration)
      let router = Router(routes: application.routes)
      let slow = configuration.slow
      let entrance = Entrance(keepsLog: configuration.logsArrivals)
      let server = try HTTPServer(listener: listener, limits: limits, stop: stop) { request in
        entrance.pass(stop)
        stop.sleep(for: slow)
        return router.response(to: request)
      }
      try application.start()
      do {
        try server.start()
      } catch {
        application.stop()
        throw error
      }
      return RecipeService(
        server: server,
        application: application,
        file: opened,
        stopSignal: stop,
        entrance: entrance
      )
    } catch {
      listener.close()
      file?.remove()
      throw error
    }
  }

  /// Stops the service: closes every connection, ends its threads, removes its own database.
  ///
  /// Returns when all of that is done. Requests that are being handled may stay without an answer,
  /// and jobs that no worker has taken yet are dropped. Further calls do nothing.
  public func stop() {
    server.stop()
    application.stop()
    isCleanedUp.withLock { isCleanedUp in
      guard !isCleanedUp else { return }
      isCleanedUp = true
      application.pool.close()
      file.remove()
    }
  }
}
