import os
import signal
import time

signal.alarm(30)
for _ in range(7):
    try:
        os.fork()
    except OSError:
        time.sleep(0.1)
time.sleep(30)
