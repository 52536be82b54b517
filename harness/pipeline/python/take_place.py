# Makes a copy of a suite's Python programs that import MODULE where they imported multiprocessing.
#
#   python -c THIS MODULE SCENARIOS COPY
#
# Says on standard output what it found, a line each, its first word one of
#   refused   why the module cannot be judged, and nothing else
#   version   of the module, as it names itself
#   package   whose fork servers and trackers serve the module
#   path      a folder that programs need in PYTHONPATH to find the module
#   method    a start method that the module has
#   lacks     FILE, relative to SCENARIOS, and a name that it imports and the module has not
#
# In each import statement only the name changes, so lines keep their numbers. What a module that wraps
# multiprocessing imports is left alone: the copies alone import the module.
import ast
import difflib
import importlib
import io
import os
import pkgutil
import sys
import tokenize

ORIGINAL = "multiprocessing"
NEEDED = ("Process", "get_context", "get_all_start_methods")
NEEDED_OF_PROCESS = ("start", "join", "is_alive")

answers = sys.stdout
sys.stdout = sys.stderr  # a module may print when it is imported
sys.dont_write_bytecode = True
sys.path[:] = [os.path.abspath(folder) for folder in sys.path if folder]  # without the current folder


def say(*words):
    print(*(" ".join(str(word).split()) for word in words), file=answers, flush=True)


class Refused(Exception):
    pass


def in_words(error):
    return f"{type(error).__name__}: {error}"


def closest_module(name):
    known = {module.name for module in pkgutil.iter_modules()}
    near = difflib.get_close_matches(name.partition(".")[0], known, 1)
    return f" (closest: '{near[0]}')" if near else ""


def imported(name):
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or name
        if name == missing or name.startswith(missing + "."):
            raise Refused(f"it has no module '{name}'{closest_module(missing)}")
        raise Refused(f"importing it fails: {in_words(error)}")
    except BaseException as error:
        raise Refused(f"importing it fails: {in_words(error)}")


def check(module):
    lacking = [name for name in NEEDED if not hasattr(module, name)]
    process = getattr(module, "Process", None)
    if process is not None:
        lacking += ["Process." + name for name in NEEDED_OF_PROCESS if not hasattr(process, name)]
    if lacking:
        raise Refused("it is no multiprocessing: it has no " + ", no ".join(lacking))


def version_of(module):
    parts = module.__name__.split(".")
    for count in range(len(parts), 0, -1):
        version = getattr(sys.modules.get(".".join(parts[:count])), "__version__", None)
        if isinstance(version, (tuple, list)):
            version = ".".join(map(str, version))
        if version:
            return str(version)
    try:
        from importlib import metadata
        return metadata.version(parts[0])
    except Exception:  # it belongs to no installed distribution
        return ""


def packages_of(module):
    """Where its processes come from: its own package, and those that it is built upon."""
    names = [module.__name__]
    for made in getattr(module.Process, "__mro__", ()):
        package = made.__module__.rpartition(".")[0]
        if package and package not in names:
            names.append(package)
    return names


def own_paths():
    """The folders that an interpreter without the caller's environment would not search."""
    import site
    paths = [os.path.abspath(folder) for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if folder]
    user = site.getusersitepackages() if site.ENABLE_USER_SITE else None
    return paths + ([user] if user in sys.path else [])


class Place:
    """The module in the place of multiprocessing, for one import statement after another."""

    def __init__(self, module):
        self.module = module
        self.name = module.__name__
        self.wraps = any(made.__module__.startswith(ORIGINAL + ".")
                         for made in getattr(module.Process, "__mro__", ()))

    def name_for(self, original):
        """The module's own part for "multiprocessing.connection"; the original where it wraps that."""
        name = self.name + original[len(ORIGINAL):]
        return original if self.wraps and self.part(name) is None else name

    def part(self, name):
        try:
            return importlib.import_module(name)
        except ImportError:
            return None

    def lacks(self, original, names):
        name = self.name_for(original)
        part = self.part(name)
        if part is None:
            return [name]
        return [f"{name}.{one}" for one in names
                if one != "*" and not hasattr(part, one) and self.part(f"{name}.{one}") is None]


def stands_for_original(name):
    return name == ORIGINAL or name.startswith(ORIGINAL + ".")


def with_alias(name, alias):
    return name if alias is None else f"{name} as {alias}"


def statement_for(node, place):
    """The import statement that takes this one's place."""
    if isinstance(node, ast.ImportFrom):
        names = ", ".join(with_alias(one.name, one.asname) for one in node.names)
        return f"from {place.name_for(node.module)} import {names}"
    parts = []
    for one in node.names:
        if not stands_for_original(one.name):
            parts.append(with_alias(one.name, one.asname))
            continue
        # "import multiprocessing.context" binds the name multiprocessing.
        parts.append(f"{place.name_for(one.name)} as {one.asname or ORIGINAL}")
        if one.asname is None and one.name != ORIGINAL:
            parts.append(f"{place.name} as {ORIGINAL}")
    return "import " + ", ".join(parts)


def imports_original(node):
    if isinstance(node, ast.ImportFrom):
        return node.level == 0 and stands_for_original(node.module or "")
    return isinstance(node, ast.Import) and any(stands_for_original(one.name) for one in node.names)


def careful_imports(tree):
    """The imports that a program tries, and goes on without."""
    tries = [node for node in ast.walk(tree) if isinstance(node, ast.Try)]
    return {inner for node in tries for statement in node.body for inner in ast.walk(statement)}


def names_wanted(node):
    """Pairs of a module and the names that are taken from it."""
    if isinstance(node, ast.ImportFrom):
        return [(node.module, [one.name for one in node.names])]
    return [(one.name, []) for one in node.names if stands_for_original(one.name)]


def offset(lines, line, column):
    """Where a place of the tree is in the text: ast counts columns in bytes of UTF-8."""
    return sum(map(len, lines[:line - 1])) + len(lines[line - 1].encode()[:column].decode())


def rewritten(text, tree, place):
    lines = io.StringIO(text, newline="").readlines()
    nodes = sorted((node for node in ast.walk(tree) if imports_original(node)),
                   key=lambda node: (node.lineno, node.col_offset), reverse=True)
    for node in nodes:
        begin = offset(lines, node.lineno, node.col_offset)
        end = offset(lines, node.end_lineno, node.end_col_offset)
        filling = "\\\n" * text.count("\n", begin, end)  # as many lines as before
        text = text[:begin] + statement_for(node, place).replace(" ", " " + filling, 1) + text[end:]
    return text


def copy_program(source, target, name, place):
    with open(source, "rb") as file:
        content = file.read()
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
        tree = ast.parse(content)
        careful = careful_imports(tree)
        for node in filter(imports_original, ast.walk(tree)):
            for module, names in [] if node in careful else names_wanted(node):
                for lacking in place.lacks(module, names):
                    say("lacks", name, lacking)
        content = rewritten(text, tree, place).encode(encoding)
    except (SyntaxError, UnicodeDecodeError):
        pass  # the interpreter says so when the program is run
    with open(target, "wb") as file:
        file.write(content)


def copy_suite(scenarios, copy, place):
    for folder, folders, files in os.walk(scenarios):
        folders[:] = [name for name in folders if name != "__pycache__"]
        inside = os.path.relpath(folder, scenarios)
        os.makedirs(os.path.join(copy, inside), exist_ok=True)
        for name in files:
            source = os.path.join(folder, name)
            target = os.path.join(copy, inside, name)
            if name.endswith(".py"):
                copy_program(source, target, os.path.normpath(os.path.join(inside, name)), place)
            else:
                os.symlink(os.path.abspath(source), target)


def take_place(name, scenarios, copy):
    module = imported(name)
    check(module)
    methods = module.get_all_start_methods()
    copy_suite(scenarios, copy, Place(module))
    say("version", version_of(module))
    for package in packages_of(module):
        say("package", package)
    for folder in own_paths():
        say("path", folder)
    for method in methods:
        say("method", method)


try:
    take_place(*sys.argv[1:])
except Refused as refusal:
    say("refused", refusal)
