#include "pipeline/implementation.hpp"

#include <algorithm>

#include "model/conditions.hpp"
#include "model/names.hpp"
#include "pipeline/interpreter.hpp"
#include "suite/python.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr const char* own_module = "multiprocessing";

std::vector<std::string> helper_marks_of_packages(const std::vector<std::string>& packages) {
  std::vector<std::string> marks;
  for (const std::string& package : packages) {
    for (const char* helper : {"resource_tracker", "forkserver", "semaphore_tracker"})
      marks.push_back("from " + package + "." + helper + " import main");
  }
  return marks;
}

Implementation reference(const RunRequest& request) {
  return {.name = "reference",
          .version_text = EXEUNT_VERSION,
          .folder = request.paths.programs,
          .interpreter = request.through,
          .helper_marks = helper_marks_of("reference")};
}

Implementation twins_by(const Interpreter& interpreter) {
  return {.name = interpreter.name,
          .version_text = interpreter.version,
          .python_version = interpreter.python_version,
          .twins = true,
          .interpreter = interpreter.path,
          .helper_marks = helper_marks_of_packages({own_module})};
}

Implementation twins_with(const std::string& module, const Interpreter& interpreter,
                          const fs::path& scenarios) {
  Implementation made = twins_by(interpreter);
  made.stand_in = make_stand_in(interpreter, module, scenarios);
  const StandIn& stand_in = *made.stand_in;
  made.name = "python:" + module;
  made.version_text = stand_in.version;
  std::vector<std::string> packages{own_module};
  packages.insert(packages.end(), stand_in.packages.begin(), stand_in.packages.end());
  made.helper_marks = helper_marks_of_packages(packages);
  std::string paths;
  for (const std::string& path : stand_in.paths)
    paths += (paths.empty() ? "" : ":") + path;
  if (!paths.empty()) made.environment.push_back("PYTHONPATH=" + paths);
  return made;
}

bool is_there(const fs::path& python) {
  return fs::exists(python) || (python == python.filename() && find_python(python.string()));
}

// Its runs are skipped; what is there and cannot be used is an error instead.
Implementation missing_twins(const std::string& word, const fs::path& python, std::string why) {
  Implementation none{.name = word, .twins = true};
  none.interpreter = python;
  none.missing = std::move(why);
  return none;
}

std::string why_not_there(const RunRequest& request, const fs::path& python) {
  const std::string name = python.string();
  if (request.pythons.empty())
    return "there is no " + name + " on PATH; install the package " + name + ", or name one by --python PATH";
  return "there is no interpreter " + name + " on this machine; install it, or leave out --python " + name;
}

bool same(const Implementation& a, const Implementation& b) {
  return a.name == b.name && a.interpreter == b.interpreter && a.folder == b.folder;
}

void add_once(Implementation made, std::vector<Implementation>& wanted) {
  const bool known = std::ranges::any_of(wanted, [&](const Implementation& one) { return same(one, made); });
  if (!known) wanted.push_back(std::move(made));
}

// @param word  "cpython", "pypy" or "python:MODULE"
void add_twins(const RunRequest& request, const std::string& word, std::vector<Implementation>& wanted) {
  const std::string module(stand_in_of(word));
  const std::string by_default = word == "pypy" ? "pypy3" : "python3";
  const bool own = module.empty() || module == own_module;
  const std::vector<fs::path> pythons =
      request.pythons.empty() ? std::vector<fs::path>{by_default} : request.pythons;
  for (const fs::path& python : pythons) {
    if (!is_there(python)) {
      add_once(missing_twins(word, python, why_not_there(request, python)), wanted);
      continue;
    }
    const Interpreter interpreter = ask_interpreter(python);
    add_once(own ? twins_by(interpreter) : twins_with(module, interpreter, request.paths.scenarios), wanted);
  }
}

[[noreturn]] void refuse(const std::string& word) {
  std::vector<std::string> known(implementation_words.begin(), implementation_words.end());
  const std::optional<std::string> near = closest(word, known);
  throw UsageError("unknown implementation '" + word + "'" + (near ? " (closest: '" + *near + "')" : "") +
                   "; there are: reference, cpython, pypy, python:MODULE, all, or a folder of programs");
}

void refuse_bad_module(const std::string& word) {
  if (!word.starts_with("python:") || is_twins(word)) return;
  throw UsageError("unknown implementation '" + word +
                   "': behind 'python:' stands the name of a module as Python imports it, like "
                   "python:multiprocess");
}

Implementation folder(const std::string& word) {
  if (!fs::is_directory(word)) refuse(word);
  const fs::path path = fs::canonical(word);
  return {.name = path.filename().string(), .folder = path};
}

// CHAPTER/NAME, or CHAPTER/NAME with any ending.
fs::path program_in(const fs::path& folder, const std::string& name) {
  const fs::path plain = folder / name;
  if (executable(plain)) return plain;
  std::error_code error;
  std::vector<fs::path> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(plain.parent_path(), error)) {
    if (entry.path().stem() == plain.filename() && executable(entry.path())) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found.empty() ? fs::path() : found.front();
}

Command twin_command(const Implementation& implementation, const Scenario& scenario) {
  if (scenario.twin.empty()) return {{}, "it has no twin in Python", true};
  fs::path program = fs::absolute(scenario.twin);
  if (const std::optional<StandIn>& stand_in = implementation.stand_in) {
    if (std::string why = stand_in->why_not(scenario.twin); !why.empty()) return {{}, std::move(why), true};
    program = stand_in->program_for(scenario.twin);
  }
  // -B: the suite's folder stays as it is.
  return {{implementation.interpreter.string(), "-B", program.string()}, {}, false};
}

}  // namespace

std::vector<std::string> helper_marks_of(std::string_view implementation) {
  if (implementation == "reference") return {"--exeunt-forkserver", "exeunt-server"};
  if (!is_twins(implementation)) return {};
  const std::string module(stand_in_of(implementation));
  return module.empty() ? helper_marks_of_packages({own_module})
                        : helper_marks_of_packages({own_module, module});
}

std::vector<Implementation> implementations_of(const RunRequest& request) {
  std::vector<Implementation> wanted;
  for (const std::string& word : request.implementations) {
    refuse_bad_module(word);
    const bool all = word == "all";
    if (all || word == "reference") add_once(reference(request), wanted);
    if (all || is_twins(word)) add_twins(request, all ? "cpython" : word, wanted);
    if (!all && word != "reference" && !is_twins(word)) add_once(folder(word), wanted);
  }
  return wanted;
}

std::string why_not_under(const Implementation& implementation, StartMethod method) {
  const std::optional<StandIn>& stand_in = implementation.stand_in;
  if (!stand_in || stand_in->methods.contains(method)) return {};
  return stand_in->module + (stand_in->version.empty() ? "" : " " + stand_in->version) +
         " does not have the start method " + std::string(to_string(method));
}

Command command_for(const Implementation& implementation, const Scenario& scenario) {
  if (!implementation.missing.empty()) return {{}, implementation.missing, true};
  if (implementation.twins) return twin_command(implementation, scenario);
  if (implementation.name == "reference" && scenario.program.empty() && !scenario.twin.empty())
    return {{}, "it has no C++ program", true};
  const fs::path program = program_in(implementation.folder, scenario.name);
  if (!program.empty() && !implementation.interpreter.empty())
    return {{implementation.interpreter.string(), fs::absolute(program).string()}, {}, false};
  if (!program.empty()) return {{fs::absolute(program).string()}, {}, false};
  const std::string wanted = (implementation.folder / scenario.name).string();
  if (implementation.name == "reference") {
    return {{}, wanted + ": no such program; build it with: cmake --build --preset default", false};
  }
  return {{}, wanted + ": no such program", false};
}

}  // namespace harness
