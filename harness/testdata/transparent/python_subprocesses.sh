#!/bin/bash
# CPython's subprocess: statuses, pipes, time-outs, groups.
set -u
command -v python3 >/dev/null || { echo "no python3 here"; exit 0; }
python3 - <<'P'
import os, signal, subprocess, sys
me = sys.executable
print(subprocess.run([me, "-c", "raise SystemExit(5)"]).returncode)
print(subprocess.check_output(["sh", "-c", "echo out; echo err >&2"], stderr=subprocess.STDOUT))
held = subprocess.Popen([me, "-c", "input()"], stdin=subprocess.PIPE)
try:
    held.wait(timeout=0.05)
except subprocess.TimeoutExpired:
    print("still there")
held.send_signal(signal.SIGKILL)
print(held.wait())
held.stdin.close()
first = subprocess.Popen(["echo", "hello"], stdout=subprocess.PIPE)
second = subprocess.Popen(["tr", "a-z", "A-Z"], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate()[0], first.wait())
group = subprocess.Popen(["sh", "-c", "sleep 60 & wait"], start_new_session=True)
os.killpg(group.pid, signal.SIGTERM)
print(group.wait())
try:
    subprocess.run(["/nowhere/program"])
except FileNotFoundError as error:
    print(error.errno)
print(os.waitstatus_to_exitcode(os.system("exit 9")))
P
