#!/bin/sh
# swift-sla-testing
# Copyright 2026 the swift-sla-testing project authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what the examples need beside Swift: the header of SQLite. Does nothing where it is there.
set -eu

if [ "$(uname -s)" = Darwin ]; then
  exit 0  # part of macOS
fi

# By Swift's own C compiler if it is at hand, for that is what will look for it.
for compiler in clang cc; do
  if command -v "$compiler" >/dev/null 2>&1; then
    if printf '#include <sqlite3.h>\n' | "$compiler" -E -x c - >/dev/null 2>&1; then
      exit 0
    fi
  fi
done
if [ -e /usr/include/sqlite3.h ]; then
  exit 0
fi

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Examples/setup.sh: sqlite3.h is missing, and there is no apt-get to install it with." >&2
  echo "Install the development package of SQLite 3 (sqlite-devel, sqlite-dev, ...) and try again." >&2
  exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Examples/setup.sh: sqlite3.h is missing. Run this as root, and try again:" >&2
    echo "  apt-get update && apt-get install -y libsqlite3-dev" >&2
    exit 1
  fi
  as_root=sudo
fi
echo "Examples/setup.sh: installing libsqlite3-dev" >&2
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libsqlite3-dev
