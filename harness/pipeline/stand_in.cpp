#include "pipeline/stand_in.hpp"

#include <algorithm>
#include <chrono>

#include "model/names.hpp"
#include "pipeline/python/texts.hpp"
#include "run/event_loop.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds import_limit{60};

[[noreturn]] void refuse(const Interpreter& interpreter, const std::string& module, const std::string& why) {
  throw CannotJudge(
      "cannot judge the twins with " + module +
      " in the place of multiprocessing: " + described(interpreter) + ": " + visible(why) +
      "; install the module for this interpreter, name one that has it by --python PATH, or its "
      "folder in PYTHONPATH");
}

std::string relative_name(const fs::path& program, const fs::path& scenarios) {
  return fs::absolute(program).lexically_normal().lexically_relative(
      fs::absolute(scenarios).lexically_normal());
}

// One line of what take_place.py answers.
void take(const std::string& line, StandIn& stand_in) {
  const std::size_t space = line.find(' ');
  const std::string word = line.substr(0, space);
  const std::string rest = space == std::string::npos ? std::string() : line.substr(space + 1);
  if (word == "version") {
    stand_in.version = rest;
  } else if (word == "package") {
    stand_in.packages.push_back(rest);
  } else if (word == "path") {
    stand_in.paths.push_back(rest);
  } else if (const auto method = parse<StartMethod>(rest); word == "method" && method) {
    stand_in.methods.insert(*method);
  } else if (word == "lacks") {
    const std::size_t name = rest.rfind(' ');
    stand_in.lacks.emplace(rest.substr(0, name), rest.substr(name + 1));
  }
}

}  // namespace

fs::path StandIn::program_for(const fs::path& twin) const {
  return copy->path() / relative_name(twin, scenarios);
}

std::string StandIn::why_not(const fs::path& twin) const {
  const auto found = lacks.find(relative_name(twin, scenarios));
  if (found == lacks.end()) return {};
  return "it imports " + found->second + ", which " + module + (version.empty() ? "" : " " + version) +
         " does not have";
}

StandIn make_stand_in(const Interpreter& interpreter, const std::string& module, const fs::path& scenarios) {
  StandIn stand_in{.module = module, .scenarios = scenarios, .copy = std::make_shared<TemporaryFolder>()};
  const CommandResult asked =
      EventLoop::run_command({interpreter.path.string(), "-c", std::string(python_texts::take_place_py),
                              module, fs::absolute(scenarios).string(), stand_in.copy->path().string()},
                             import_limit);
  constexpr std::string_view refused = "refused ";
  for (const std::string& line : lines_of(asked.out)) {
    if (line.starts_with(refused)) refuse(interpreter, module, line.substr(refused.size()));
    take(line, stand_in);
  }
  if (asked.timed_out) refuse(interpreter, module, "importing it takes too long");
  if (asked.wait_status != 0 || stand_in.packages.empty())
    refuse(interpreter, module, "importing it ends the interpreter");
  return stand_in;
}

}  // namespace harness
