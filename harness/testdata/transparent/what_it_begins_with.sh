# What a process inherits: scheduling, limits, masks, signals, descriptors.
chrt -p $$ | sed 's/^pid [0-9]*//'
nice
umask
ulimit -a
grep -E '^(Sig[PBIC]|Shd|Cap|NoNewPrivs|CoreDumping|THP)' /proc/self/status
ls /proc/self/fd
cat /proc/self/oom_score_adj
