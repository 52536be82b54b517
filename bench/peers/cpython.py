# CPython's own ways to start a process, as a subject: answers requests as subject/wire.hpp has them.
# The main module imports little, for every process that multiprocessing spawns imports it again.
import sys


def nothing():
    pass


def by_multiprocessing(method):
    import multiprocessing
    from time import perf_counter_ns

    context = multiprocessing.get_context(method)

    def run(_program):
        child = context.Process(target=nothing)
        begun = perf_counter_ns()
        child.start()
        started = perf_counter_ns()
        child.join()
        joined = perf_counter_ns()
        if child.exitcode != 0:
            raise RuntimeError("the child did not end with status 0")
        return begun, started, joined

    return run


def by_subprocess(program):
    import subprocess
    from time import perf_counter_ns

    begun = perf_counter_ns()
    child = subprocess.Popen([program])
    started = perf_counter_ns()
    status = child.wait()
    joined = perf_counter_ns()
    if status != 0:
        raise RuntimeError("the program did not end with status 0")
    return begun, started, joined


def hold_memory(megabytes):
    import mmap

    if megabytes == 0:
        return None
    area = mmap.mmap(-1, megabytes << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    area.madvise(mmap.MADV_NOHUGEPAGE)
    for at in range(0, megabytes << 20, mmap.PAGESIZE):
        area[at] = 1
    return area


def answer(course, program, ways):
    import struct

    try:
        if course not in ways:
            ways[course] = by_multiprocessing(course)
        begun, started, joined = ways[course](program)
        return struct.pack("3q232s", started - begun, joined - started, joined - begun, b"")
    except Exception as error:
        return struct.pack("3q232s", 0, 0, 0, str(error).encode()[:231])


def main():
    import socket

    options = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    held = hold_memory(int(options.get("memory", "0")))
    program = options["started"]
    ways = {"subprocess": by_subprocess}
    with socket.socket(fileno=int(options["socket"])) as benchmark:
        benchmark.set_inheritable(False)
        while request := benchmark.recv(64, socket.MSG_WAITALL):
            benchmark.sendall(answer(request.rstrip(b"\0").decode(), program, ways))
    del held


if __name__ == "__main__":
    main()
