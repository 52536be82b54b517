#!/bin/bash
# bash's wait -n hears of whichever job ends; jobs end only when they are told to.
set -u
go=$(mktemp -d)
trap 'rm -rf "$go"' EXIT
mkfifo "$go/1" "$go/2" "$go/3"
for job in 1 2 3; do
  (read -r _ <"$go/$job"; exit "$job") &
done
for job in 2 3 1; do
  echo >"$go/$job"
  wait -n
  echo "ended with $?"
done
wait -n
echo "nobody is left: $?"
