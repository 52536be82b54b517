#!/bin/bash
# timeout, setsid, nohup, env and xargs: programs that pass on to others.
set -u
timeout 0.1 sleep 60; echo "timeout $?"
timeout -s KILL 0.1 sleep 60; echo "timeout by KILL $?"
timeout 60 sh -c 'exit 3'; echo "in time $?"
setsid -w sh -c 'exit 4'; echo "session $?"
env -i /bin/sh -c 'exit 5'; echo "env $?"
printf '%s\n' 1 2 3 4 5 6 | xargs -P 3 -n 1 sh -c 'test "$1" -lt 9' -; echo "xargs $?"
nohup sh -c 'exit 6' 2>/dev/null; echo "nohup $?"
( setsid sh -c 'sleep 0.05' & ) ; echo "left behind $?"
kill -KILL $$
