#include "match/tree_match.hpp"

#include "match/process_findings.hpp"

namespace harness {

namespace {

bool has_least(const Matching& matching, const std::vector<Quota>& places) {
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (matching.taken[place] < places[place].least) return false;
  }
  return true;
}

}  // namespace

bool TreeMatch::fits(std::size_t line, std::size_t process) {
  const ExpectedProcess& expected = expected_.processes[line];
  if (!fits_line(expected, *seen_.processes[process])) return false;
  if (expected.children.empty() && seen_.children[process].empty()) return true;
  const std::size_t key = line * seen_.processes.size() + process;
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  const bool fits =
      assign_children(line, process).complete;  // goes as deep as the golden, not as the program
  known_.emplace(key, fits);
  return fits;
}

Matching TreeMatch::assign_children(std::size_t line, std::size_t process) {
  const std::vector<std::size_t>& lines = expected_.processes[line].children;
  const std::vector<std::size_t>& processes = seen_.children[process];
  std::vector<Quota> places;
  for (const std::size_t child : lines) {
    places.push_back({static_cast<std::size_t>(expected_.processes[child].least),
                      static_cast<std::size_t>(expected_.processes[child].most)});
  }
  Matching matching = assign(places, processes.size(), [&](std::size_t place, std::size_t item) {
    return fits(lines[place], processes[item]);
  });
  if (expected_.processes[line].open) matching.complete = has_least(matching, places);
  return matching;
}

}  // namespace harness
