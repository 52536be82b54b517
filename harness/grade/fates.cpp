#include "grade/fates.hpp"

#include <algorithm>

namespace harness {
namespace {

// How many processes of one fate there may be, and how many there are.
struct Tally {
  int least = 0;
  int most = 0;
  int seen = 0;
};

Tally tally(const Observation& seen, const ExpectedTree* expected, std::optional<Fate> fate) {
  Tally count;
  for (const Process& process : seen.processes) {
    if (process.helper || process.id == "program") continue;
    if (!fate || process.fate == fate) ++count.seen;
  }
  if (expected == nullptr) return {0, count.seen, count.seen};
  for (const ExpectedProcess& line : expected->processes) {
    if (line.fate == Fate::root) continue;
    if (!fate || line.fate == fate) count.least += line.least;
    if (!fate || line.fate == fate || !line.fate) count.most += line.most;
  }
  if (std::ranges::any_of(expected->processes, &ExpectedProcess::open))
    count.most = std::max(count.most, count.seen);
  return count;
}

std::string processes(int count) {
  return count == 1 ? "one process" : std::to_string(count) + " processes";
}

std::string about_number(const Tally& all) {
  if (all.seen == 0 && all.least > 0) return "it started no process at all";
  if (all.seen < all.least) return "it started only " + processes(all.seen) + " where more are needed";
  if (all.seen > all.most) return "it started " + processes(all.seen) + ", more than are wanted";
  return {};
}

std::string about_children(int surplus, const std::string& one, const std::string& several) {
  return surplus == 1 ? one : std::to_string(surplus) + several;
}

}  // namespace

std::string fate_words(const Observation& seen, const ExpectedTree* expected) {
  const Tally leaked = tally(seen, expected, Fate::leaked);
  if (leaked.seen > leaked.most)
    return about_children(
        leaked.seen - leaked.most,
        "a process of it was still running when all should have been over, and was killed",
        " processes of it were still running when all should have been over, and were killed");
  const Tally zombies = tally(seen, expected, Fate::zombie);
  if (zombies.seen > zombies.most)
    return about_children(zombies.seen - zombies.most, "nobody waited for the child: it was left a zombie",
                          " children were waited for by nobody: they were left zombies");
  const Tally orphans = tally(seen, expected, Fate::orphaned);
  if (orphans.seen > orphans.most)
    return about_children(orphans.seen - orphans.most,
                          "a parent ended while its child was still alive: the child was orphaned",
                          " children were still alive when their parents ended: they were orphaned");
  if (std::string words = about_number(tally(seen, expected, std::nullopt)); !words.empty()) return words;
  if (orphans.seen < orphans.least) return "a child should outlive its parent, and none did";
  if (zombies.seen < zombies.least) return "a child should be left a zombie, and none was";
  return {};
}

}  // namespace harness
