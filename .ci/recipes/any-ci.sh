#!/usr/bin/env bash
# For any server of continuous integration, in a checkout with its whole history: fails on what the
# branch brings in, and leaves reports that most servers read. CONCORD is how to call it, BASE what
# the branch goes into, REPORTS where the reports go.
set -euo pipefail

read -ra concord <<< "${CONCORD:-npx concord}"
base="${BASE:-origin/main}"
reports="${REPORTS:-reports}"

mkdir -p "$reports"
"${concord[@]}" fmt --check
# Where the base has no plan yet there is no difference: the gate has its answer without it.
"${concord[@]}" diff --format html "$base..." > "$reports/concord-diff.html" \
  || rm -f "$reports/concord-diff.html"
"${concord[@]}" check \
  --since "$base..." \
  --output "junit=$reports/concord.junit.xml" \
  --output "checkstyle=$reports/concord.checkstyle.xml" \
  --output "sarif=$reports/concord.sarif" \
  --output "markdown=$reports/concord.md"
