"""What the twins share: the start method that is asked for, and a block_for() that can be shortened.

A twin is an ordinary program. Two variables of the environment are heeded:
EXEUNT_START_METHOD (fork, spawn, forkserver) becomes the default start method, as if it were the
platform's own, so that get_start_method(allow_none=True) is still None;
EXEUNT_TIME_SCALE (a number, 1 when absent) shortens what block_for() sleeps.
"""
import multiprocessing
import os
import select
import sys
import time

# An uncaught exception is reported by its type and text alone: the frames differ from version to version.
sys.tracebacklimit = 0
os.environ["NO_COLOR"] = "1"  # CPython 3.13 colours the report on a terminal

# Seconds that block_for() never goes below, unless less was asked for: about what a start costs CPython.
FLOORS = {"fork": 0.02, "spawn": 0.1, "forkserver": 0.1}

# The object that keeps the default start method; a module in the place of multiprocessing may have none.
_contexts = getattr(multiprocessing.get_start_method, "__self__", None)
_has_default = hasattr(_contexts, "_default_context")
if os.environ.get("EXEUNT_START_METHOD"):
    if _has_default:
        _contexts._default_context = multiprocessing.get_context(os.environ["EXEUNT_START_METHOD"])
    else:
        multiprocessing.set_start_method(os.environ["EXEUNT_START_METHOD"])

_time_scale = float(os.environ.get("EXEUNT_TIME_SCALE") or "1")
if not 0 <= _time_scale < float("inf"):
    raise ValueError("EXEUNT_TIME_SCALE must be a number from 0 upwards")


def block_for(seconds):
    """Sleeps for `seconds`, scaled by EXEUNT_TIME_SCALE down to the floor of the start method."""
    method = multiprocessing.get_start_method(allow_none=_has_default)
    if method is None:
        method = _contexts._default_context.get_start_method()
    time.sleep(max(seconds * _time_scale, min(seconds, FLOORS[method])))


def join_parent():
    """parent_process().join(), and on to where the parent's death is complete.

    CPython's join returns when the parent's descriptors are closed, an instant before; a child quick enough to
    end within it would not be an orphan.
    """
    parent = multiprocessing.parent_process()
    try:
        death = os.pidfd_open(parent.pid)
    except AttributeError:  # before CPython 3.9
        parent.join()
        _outlive(parent.pid)
        return
    except OSError:  # before Linux 5.3; or it is dead and reaped
        parent.join()
        return
    parent.join()
    select.select([death], [], [])
    os.close(death)


def _outlive(pid):
    while os.path.exists(f"/proc/{pid}"):
        time.sleep(0.01)


def outlive_parent():
    """Waits for the death of the parent without parent_process(), which under fork may not see it."""
    parent = multiprocessing.parent_process().pid
    try:
        death = os.pidfd_open(parent)
    except AttributeError:  # before CPython 3.9
        _outlive(parent)
        return
    except ProcessLookupError:
        return
    select.select([death], [], [])
    os.close(death)


def _waitid_leaving_it(pid):
    if hasattr(os, "waitid"):
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        return
    import ctypes  # PyPy's os has no waitid(); the numbers are Linux's
    p_pid, wexited, wnowait, siginfo_size = 1, 4, 0x1000000, 128
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.waitid(p_pid, pid, ctypes.create_string_buffer(siginfo_size), wexited | wnowait) != 0:
        raise ChildProcessError(ctypes.get_errno(), "waitid")


def await_end(process):
    """Waits until a child has ended, and leaves its status to whoever asks next.

    CPython's sentinel of a forked or spawned child is ready when its descriptors are closed, an instant before.
    """
    try:
        _waitid_leaving_it(process.pid)
    except ChildProcessError:  # a fork server's child
        select.select([process.sentinel], [], [])
