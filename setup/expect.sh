# shellcheck shell=sh
# What the tests of this folder share. Sourced by sh, which runs where the test's own folder is $1.

failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expect NAME WANTED SEEN
expect() {
  if [ "$2" = "$3" ]; then return; fi
  failures=$((failures + 1))
  printf '%s: expected:\n%s\nseen:\n%s\n' "$1" "$2" "$3"
}

# stand_in NAME BODY: a program of that name in the place of the system's.
stand_in() {
  mkdir -p "$work/bin"
  printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

conclude() {
  if [ "$failures" -gt 0 ]; then
    printf '%s of this test failed\n' "$failures"
    exit 1
  fi
}
