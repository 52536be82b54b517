# Says what an interpreter is: NAME VERSION LANGUAGE in one line, and in a second one, where it cannot import
# multiprocessing, why.
import sys

language = sys.version.split()[0]
version = language
if sys.implementation.name != "cpython":
    version = ".".join(map(str, sys.implementation.version[:3]))
print(sys.implementation.name, version, language)
try:
    import multiprocessing
    multiprocessing.Process
except BaseException as error:
    print("%s: %s" % (type(error).__name__, " ".join(str(error).split())))
