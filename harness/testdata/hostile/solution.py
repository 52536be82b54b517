import os

child = os.fork()
if child == 0:
    print(f"child {os.getpid()} of {os.getppid()}", flush=True)
    os._exit(7)
_, status = os.waitpid(child, 0)
print(f"parent {os.getpid()} reaped {child} status {os.waitstatus_to_exitcode(status)}")
