# A child outlives its parent, and is expected to.
import os
import time

if os.fork() == 0:
    time.sleep(0.2)
    os._exit(0)
print("the parent is gone", flush=True)
os._exit(0)
