#!/bin/bash
# Standard input arrives whole, and the dispositions and the mask are those that were inherited.
set -u
cat | tr a-z A-Z
sh -c 'kill -INT $$'; echo "by INT $?"
sh -c 'kill -SEGV $$' 2>/dev/null; echo "by SEGV $?"
grep -E 'Sig(Blk|Ign)' /proc/self/status
grep -c . /proc/self/environ >/dev/null && echo "has an environment"
ls /proc/self/fd | tr "\n" " "
ps -o stat= -p $$ | cut -c1
umask
exec sh -c 'exit 8'
