#!/bin/bash
# Jobs, pipelines, substitutions and traps of a shell.
set -u
printf '%s\n' banana apple cherry | sort | sed 's/^/item /'
false | true | (exit 3)
echo "pipe: ${PIPESTATUS[*]}"
(exit 4) & first=$!
(exit 5) & second=$!
wait "$first"; echo "first $?"
wait "$second"; echo "second $?"
sleep 30 & sleeper=$!
kill -TERM "$sleeper"
wait "$sleeper"; echo "sleeper $?"
trap 'echo "asked to end"' USR1
kill -USR1 $$
echo "nested: $(echo "$(echo one) $(echo two)")"
diff <(printf 'a\nb\n') <(printf 'a\nc\n'); echo "diff $?"
exit 6
