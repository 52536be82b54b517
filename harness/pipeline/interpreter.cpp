#include "pipeline/interpreter.hpp"

#include <sys/wait.h>

#include <chrono>
#include <sstream>

#include "pipeline/python/texts.hpp"
#include "run/event_loop.hpp"
#include "suite/python.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds answer_limit{20};
constexpr const char* what_to_do = "; name a Python 3 by --python PATH";

// Where there is a '/' in it, or nothing of that name in $PATH, the word is the path.
fs::path path_of(const fs::path& word) {
  const bool is_name = !word.empty() && word == word.filename();
  const std::optional<fs::path> found = is_name ? find_python(word.string()) : std::nullopt;
  return found ? *found : word;
}

void refuse_what_cannot_be_executed(const fs::path& word, const fs::path& path) {
  if (is_program(path)) return;
  const std::string name = word.string();
  if (!fs::exists(path)) {
    const bool is_name = word == word.filename();
    throw CannotJudge(
        "cannot use the interpreter '" + name +
        "': " + (is_name ? "there is no program of that name on PATH, and no such file" : "no such file") +
        what_to_do);
  }
  throw CannotJudge("cannot use the interpreter '" + name +
                    "': it is not an executable program, or a script that starts one" + what_to_do);
}

std::string how_it_ended(const CommandResult& asked) {
  if (asked.timed_out) return "it did not answer within " + std::to_string(answer_limit.count()) + " s";
  if (WIFSIGNALED(asked.wait_status))
    return "it was killed by signal " + std::to_string(WTERMSIG(asked.wait_status));
  if (WEXITSTATUS(asked.wait_status) != 0)
    return "it ended with exit status " + std::to_string(WEXITSTATUS(asked.wait_status));
  return "it did not say which Python it is";
}

}  // namespace

std::string described(const Interpreter& interpreter) {
  return interpreter.path.string() + " (" + interpreter.name + " " + interpreter.version + ")";
}

Interpreter ask_interpreter(const fs::path& word) {
  const fs::path path = path_of(word);
  refuse_what_cannot_be_executed(word, path);
  Interpreter interpreter{.path = fs::absolute(path)};
  const std::string question(python_texts::about_python_py);
  // -I: the caller's environment is not the one that the twins run in.
  const CommandResult asked =
      EventLoop::run_command({interpreter.path.string(), "-I", "-c", question}, answer_limit);
  const std::vector<std::string> lines = lines_of(asked.out);
  std::istringstream first(lines.empty() ? "" : lines.front());
  const bool ended_well = !asked.timed_out && asked.wait_status == 0;
  if (!ended_well || !(first >> interpreter.name >> interpreter.version >> interpreter.python_version)) {
    throw CannotJudge("cannot use " + interpreter.path.string() +
                      " as an interpreter of Python: " + how_it_ended(asked) + what_to_do);
  }
  if (lines.size() > 1) {
    throw CannotJudge("cannot judge the twins by " + described(interpreter) +
                      ": it has no multiprocessing: " + visible(lines[1]) +
                      "; install the rest of its standard library, or name another by --python PATH");
  }
  return interpreter;
}

}  // namespace harness
