#include "pipeline/facilities.hpp"

#include <algorithm>

#include "model/conditions.hpp"
#include "model/ending.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

constexpr std::string_view works = "works";

bool is_known(const std::string& facility) {
  return std::ranges::find(known_facilities, facility) != known_facilities.end();
}

bool some_golden_asks(std::span<const Scenario> scenarios, Goldens& goldens) {
  return std::ranges::any_of(scenarios, [&](const Scenario& scenario) {
    return asks_for_facilities(goldens.load(scenario.golden)->golden);
  });
}

// What the program wrote; nothing where it was asked to stop.
std::optional<std::string> answer_of(Runner& runner, const std::vector<std::string>& command) {
  Program program;
  program.argv = command;
  program.kind = "facilities";
  const std::optional<Outcome> outcome = runner.run_one(std::move(program));
  if (!outcome || outcome->seen.stopped == Stopped::interrupted) return std::nullopt;
  const Observation& seen = outcome->seen;
  const bool ended_well = outcome->trouble.empty() && seen.stopped == Stopped::by_itself &&
                          !seen.processes.empty() && seen.processes.front().end == Ending(Exited{0});
  if (ended_well) return seen.out;
  throw CannotJudge("cannot find out what programs can do here: " + command.back() + " failed" +
                    (outcome->trouble.empty() ? "" : ": " + outcome->trouble));
}

}  // namespace

Lacking read_facilities(std::string_view text) {
  Lacking lacking;
  std::size_t told = 0;
  for (const std::string& line : lines_of(text)) {
    const std::size_t colon = line.find(": ");
    const std::string facility = line.substr(0, colon);
    if (colon == std::string::npos || !is_known(facility))
      throw CannotJudge("cannot find out what programs can do here: not understood: " + visible(line));
    ++told;
    const std::string what = line.substr(colon + 2);
    if (what != works) lacking[facility] = what;
  }
  if (told != known_facilities.size())
    throw CannotJudge("cannot find out what programs can do here: not every facility was tried");
  return lacking;
}

void find_lacking(Runner& runner, std::span<const Scenario> scenarios, Goldens& goldens,
                  std::vector<Implementation>& implementations) {
  for (Implementation& implementation : implementations) {
    const std::filesystem::path program = implementation.folder / "support" / "facilities";
    if (implementation.name != "reference" || !executable(program)) continue;
    if (!some_golden_asks(scenarios, goldens)) continue;
    std::vector<std::string> command{std::filesystem::absolute(program).string()};
    if (!implementation.interpreter.empty())
      command.insert(command.begin(), implementation.interpreter.string());
    if (const auto answer = answer_of(runner, command)) implementation.lacking = read_facilities(*answer);
  }
}

}  // namespace harness
