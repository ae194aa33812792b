// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// A path with a method, and what answers it.
struct Route: Sendable {
  /// What answers: with the number that stands for `:id` in the path, if there is one.
  enum Action: Sendable {
    case plain(@Sendable (HTTPRequest) throws -> HTTPResponse)
    case addressed(@Sendable (HTTPRequest, _ id: Int) throws -> HTTPResponse)
  }

  let method: String
  let segments: [String]
  let action: Action

  /// - Parameters:
  ///   - method: `GET`, which answers `HEAD` as well, or `POST`.
  ///   - path: As in `/sessions/:id/versions`.
  ///   - action: What answers; an addressed one if the path has an `:id`.
  init(_ method: String, _ path: String, _ action: Action) {
    self.method = method
    segments = path.split(separator: "/").map(String.init)
    self.action = action
  }

  /// How well a path fits: nil for not at all, else the number of segments that are alike.
  func fit(_ path: [String]) -> Int? {
    guard path.count == segments.count else { return nil }
    var alike = 0
    for (segment, given) in zip(segments, path) {
      if segment == given {
        alike += 1
      } else if segment != ":id" {
        return nil
      }
    }
    return alike
  }
}

/// Finds the route of a request and turns errors into answers.
struct Router: Sendable {
  let routes: [Route]

  func response(to request: HTTPRequest) -> HTTPResponse {
    do {
      return try answer(request)
    } catch let error as HTTPError {
      return HTTPResponse(error)
    } catch let error as DatabaseError where error.isBusy {
      return HTTPResponse(
        .unavailable("database_busy", "the database was locked for too long; try again later")
      )
    } catch is DatabaseUnavailable {
      // Its text names the path, which is nothing for clients.
      return HTTPResponse(
        .unavailable(
          "database_unavailable",
          "the database cannot be opened at present; try again later"
        )
      )
    } catch {
      return HTTPResponse(HTTPError(.internalServerError, "internal_error", "\(error)"))
    }
  }

  private func answer(_ request: HTTPRequest) throws -> HTTPResponse {
    let path = request.target.segments
    let fits = routes.compactMap { route in route.fit(path).map { (route: route, fit: $0) } }
    // A literal path, such as /jobs/health, goes before one with an id.
    guard let best = fits.map(\.fit).max() else { throw Self.notFound }
    let candidates = fits.filter { $0.fit == best }.map(\.route)
    let method = request.method == "HEAD" ? "GET" : request.method
    guard let route = candidates.first(where: { $0.method == method }) else {
      throw Self.methodNotAllowed(candidates)
    }
    switch route.action {
    case .plain(let action):
      return try action(request)
    case .addressed(let action):
      return try action(request, try Self.id(in: path, of: route))
    }
  }

  private static func id(in path: [String], of route: Route) throws -> Int {
    for (segment, given) in zip(route.segments, path) where segment == ":id" {
      if let id = Int(strict: given) { return id }
    }
    throw HTTPError.parameter("the id in the path must be a whole number, as in /jobs/1")
  }

  private static func methodNotAllowed(_ candidates: [Route]) -> HTTPError {
    let methods = candidates.flatMap { $0.method == "GET" ? ["GET", "HEAD"] : [$0.method] }
    let allowed = methods.joined(separator: ", ")
    return HTTPError(
      .methodNotAllowed,
      "method_not_allowed",
      "this path answers \(allowed) only",
      fields: [HTTPField(name: "Allow", value: allowed)]
    )
  }

  private static let notFound = HTTPError.notFound(
    "there is nothing at this path; begin with /health, /recipes?q=soup or /summary"
  )
}
