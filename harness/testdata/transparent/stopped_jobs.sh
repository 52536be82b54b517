#!/bin/bash
# Job control: a job that stops itself is told, goes on, and ends.
set -um
bash -c 'kill -STOP $$; exit 7' &
wait "$!"
job=$?
echo "stopped: $((job > 128))"
kill -CONT %1
wait %1
echo "then $?"
