// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with an answer that is not HTTP/1.1 (RFC 9112, https://doi.org/10.17487/RFC9112).
enum AnswerFault: String, Error, Hashable, CaseIterable {
  case statusLine = "no status line such as \"HTTP/1.1 200 OK\""
  case version = "a version other than HTTP/1.0 and HTTP/1.1"
  case switching = "status 101, though no other protocol was asked for"
  case lineEnd = "a line that ends in something else than CR LF"
  case folding = "a folded header line"
  case fieldName = "a header line without a name and a colon"
  case fieldValue = "a control character in a header value"
  case length = "a Content-Length that is not a number"
  case lengths = "several Content-Length fields that differ"
  case lengthAndEncoding = "both Content-Length and Transfer-Encoding"
  case encoding = "a Transfer-Encoding other than chunked"
  case encodingVersion = "Transfer-Encoding in HTTP/1.0"
  case chunkSize = "a chunk without its size"
  case chunkEnd = "a chunk that is not as long as it says"
  case excess = "bytes after the end of the answer"
}
