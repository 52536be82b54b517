# A launcher that sees as much as a job object of Windows does: as_job.py EXEUNT PROGRAM ARG...
#
# What `exeunt watch` sees of the program, without what only waiting tells, is handed over as EXEUNT_REPORT says.
import json
import os
import signal
import subprocess
import sys

exeunt, *program = sys.argv[1:]
report = os.environ.pop("EXEUNT_REPORT")
status = subprocess.run([exeunt, "watch", "--quiet", "--json", report + ".seen", "--", *program]).returncode
with open(report + ".seen") as file:
    processes = json.load(file)["processes"]
os.remove(report + ".seen")
for process in processes:
    if process["fate"] in ("reaped", "zombie"):
        process["fate"] = None
        process["outlived_creator"] = False
with open(report, "w") as file:
    json.dump({"format": 1, "level": "job", "stopped": "by-itself", "processes": processes}, file)
if status < 0:
    signal.signal(-status, signal.SIG_DFL)
    os.kill(os.getpid(), -status)
sys.exit(status)
