#!/bin/sh
# How far a build is said to be.
set -u
cd "$(dirname "$0")" || exit 2
. ./expect.sh
. ./progress.sh

expect "a linear estimate" "about 30 s left" "$(time_left 10 40 10)"
expect "minutes, in steps of ten seconds" "about 1 min 30 s left" "$(time_left 1 96 1)"
expect "nothing left" "about 0 s left" "$(time_left 7 7 100)"

steps() { for step in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo "@$step 20 $step.25@ Building x"; done; }

steps | show_progress "$work/log" log 2>"$work/said"
expect "a log gets a line for each tenth" 10 "$(wc -l <"$work/said" | tr -d ' ')"
expect "with counts and time" "exeunt: building: step 10 of 20, about 10 s left" "$(sed -n 5p "$work/said")"
expect "ninja's output is kept whole" "$(steps)" "$(cat "$work/log")"

{ echo "@0 2 0.01@ Re-checking globbed directories..."; echo "@0 0 0@ nothing"; } | show_progress "$work/begin" log 2>"$work/said"
expect "nothing is estimated before a step is done" "" "$(cat "$work/said")"

{ echo "cmake said this"; echo "@1 2 0.5@ one"; echo "error: x"; } | show_progress "$work/other" terminal 2>"$work/said"
expect "what is no step is only kept" "cmake said this
@1 2 0.5@ one
error: x" "$(cat "$work/other")"
expect "a terminal's line is wiped at the end" 2 "$(grep -o "$(printf '\r')" "$work/said" | wc -l | tr -d ' ')"
conclude
