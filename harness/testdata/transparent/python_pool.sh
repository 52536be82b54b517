#!/bin/bash
# CPython's multiprocessing: pools under every start method, a worker that dies, and an executor.
set -u
command -v python3 >/dev/null || { echo "no python3 here"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/pools.py" <<'P'
import concurrent.futures, multiprocessing, os, signal

def square(n):
    return n * n

def die(n):
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        context = multiprocessing.get_context(method)
        with context.Pool(4) as pool:
            print(method, sum(pool.imap_unordered(square, range(200))))
        with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as executor:
            try:
                executor.submit(die, 1).result()
            except concurrent.futures.process.BrokenProcessPool:
                print(method, "a worker died")
        child = context.Process(target=square, args=(3,))
        child.start()
        child.join()
        print(method, child.exitcode, len(multiprocessing.active_children()))
P
python3 "$folder/pools.py"
