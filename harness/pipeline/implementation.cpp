#include "pipeline/implementation.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "run/event_loop.hpp"
#include "suite/python.hpp"
#include "support/errors.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds version_limit{20};

Implementation reference(const RunRequest& request) {
  return {
      "reference", EXEUNT_VERSION, request.paths.programs, request.through, helper_marks_of("reference"), {},
      {}};
}

std::string version_of(const fs::path& python) {
  const CommandResult asked = EventLoop::run_command(
      {python.string(), "-I", "-c", "import platform; print(platform.python_version())"}, version_limit);
  if (asked.timed_out || asked.wait_status != 0 || asked.out.empty())
    throw CannotJudge("cannot use " + python.string() + ": it did not tell its version");
  return asked.out.substr(0, asked.out.find('\n'));
}

Implementation cpython(const fs::path& python) {
  if (!is_program(python))
    throw CannotJudge("cannot use " + python.string() + ": it is not an executable program");
  return {"cpython", version_of(python), {}, fs::absolute(python), helper_marks_of("cpython"), {}, {}};
}

void add_cpythons(const RunRequest& request, std::vector<Implementation>& wanted) {
  for (const fs::path& python : request.pythons)
    wanted.push_back(cpython(python));
  if (!request.pythons.empty()) return;
  if (const std::optional<fs::path> python = find_python()) {
    wanted.push_back(cpython(*python));
    return;
  }
  Implementation none{.name = "cpython"};
  none.missing = "there is no python3 on PATH; install the package python3, or name one with --python";
  wanted.push_back(none);
}

Implementation folder(const std::string& word) {
  if (!fs::is_directory(word)) {
    throw UsageError("unknown implementation '" + word +
                     "'; there are: reference, cpython, all, or a folder of programs");
  }
  const fs::path path = fs::canonical(word);
  return {path.filename().string(), {}, path, {}, {}, {}, {}};
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
  // -B: the suite's folder stays as it is.
  return {{implementation.interpreter.string(), "-B", fs::absolute(scenario.twin).string()}, {}, false};
}

}  // namespace

std::vector<std::string> helper_marks_of(std::string_view implementation) {
  if (implementation == "reference") return {"--exeunt-forkserver", "exeunt-server"};
  if (implementation != "cpython") return {};
  return {"from multiprocessing.resource_tracker import main", "from multiprocessing.forkserver import main",
          "from multiprocessing.semaphore_tracker import main"};
}

std::vector<Implementation> implementations_of(const RunRequest& request) {
  std::vector<Implementation> wanted;
  for (const std::string& word : request.implementations) {
    const bool all = word == "all";
    if (all || word == "reference") wanted.push_back(reference(request));
    if (all || word == "cpython") add_cpythons(request, wanted);
    if (!all && word != "reference" && word != "cpython") wanted.push_back(folder(word));
  }
  return wanted;
}

Command command_for(const Implementation& implementation, const Scenario& scenario) {
  if (!implementation.missing.empty()) return {{}, implementation.missing, true};
  if (implementation.name == "cpython") return twin_command(implementation, scenario);
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
